package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.aggregator.partner.Partnerships;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** A partner says that it will not deal with us any more; a yes tells us nothing new. */
public final class TakeAnswer implements MessageHandler {
  private final Partnerships partnerships;

  public TakeAnswer(Partnerships partnerships) {
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
  public Handled apply(VerifiedMessage message) {
    try {
      PartnerAnswerBody answer = PartnerAnswerBody.fromJson(message.body());
      if (!answer.accepted()) {
        partnerships.leftBy(message.issuer(), answer.reason());
      }
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an answer"));
    }
  }
}
