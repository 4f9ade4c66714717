package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partnerships;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** Somebody we have invited agrees, or does not. */
public final class ReceiveAnswer implements MessageHandler {
  private final Partnerships partnerships;

  public ReceiveAnswer(Partnerships partnerships) {
    this.partnerships = requireNonNull(partnerships, "partnerships");
  }

  @Override
  public MessageType type() {
    return MessageType.PARTNER_ANSWER;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DOOR);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    return () -> answered(message);
  }

  private Handled answered(VerifiedMessage message) {
    try {
      PartnerAnswerBody answer = PartnerAnswerBody.fromJson(message.body());
      partnerships.answeredBy(message.issuer(), answer.accepted(), answer.reason());
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an answer"));
    }
  }
}
