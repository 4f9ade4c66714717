package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partnerships;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** Somebody would like to be our partner. A person answers. */
public final class ReceiveInvitation implements MessageHandler {
  private final Partnerships partnerships;

  public ReceiveInvitation(Partnerships partnerships) {
    this.partnerships = requireNonNull(partnerships, "partnerships");
  }

  @Override
  public MessageType type() {
    return MessageType.PARTNER_INVITATION;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DOOR);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    return () -> invited(message);
  }

  private Handled invited(VerifiedMessage message) {
    try {
      partnerships.invitedBy(
          message.issuer(), PartnerInvitationBody.fromJson(message.body()).note());
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an invitation"));
    }
  }
}
