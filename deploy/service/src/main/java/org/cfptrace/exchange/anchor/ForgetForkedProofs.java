package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.verify.Reason;

/**
 * Forgets the proofs that rest on a checkpoint of another tree, and tells those who brought them by
 * a second receipt that refuses them: so they learn that they and we are shown two logs.
 */
public final class ForgetForkedProofs implements Consumer<Checkpoint> {
  private final ReceivedProofs proofs;
  private final Partners partners;
  private final PostMessage post;

  public ForgetForkedProofs(ReceivedProofs proofs, Partners partners, PostMessage post) {
    this.proofs = requireNonNull(proofs, "proofs");
    this.partners = requireNonNull(partners, "partners");
    this.post = requireNonNull(post, "post");
  }

  @Override
  public void accept(Checkpoint other) {
    for (ReceivedProofs.Brought brought : proofs.forgetUnder(other)) {
      if (partners.find(brought.by()).filter(Partner::isTrusted).isPresent()) {
        post.post(
            brought.by(),
            Way.INBOX,
            brought.thread(),
            MessageType.RECEIPT,
            ReceiptBody.refused(brought.id(), Reason.FORK.outward().name()).toJson());
      }
    }
  }
}
