package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.aggregator.partner.Partnerships;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** A company would like us to have its figures. A person answers. */
public final class TakeInvitation implements MessageHandler {
  private final Partnerships partnerships;

  public TakeInvitation(Partnerships partnerships) {
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
  public Handled apply(VerifiedMessage message) {
    try {
      PartnerInvitationBody invitation = PartnerInvitationBody.fromJson(message.body());
      partnerships.invitedBy(message.issuer(), invitation.note());
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an invitation"));
    }
  }
}
