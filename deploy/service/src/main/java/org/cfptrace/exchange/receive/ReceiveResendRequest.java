package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ResendRequestBody;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** The reader of our messages is missing some: they are sent again as they were. */
public final class ReceiveResendRequest implements MessageHandler {
  private final Outbox outbox;
  private final Clock clock;

  public ReceiveResendRequest(Outbox outbox, Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.RESEND_REQUEST;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DOOR, Way.INBOX);
  }

  @Override
  public boolean isReceipted() {
    return false;
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    return () -> sendAgain(message);
  }

  private Handled sendAgain(VerifiedMessage message) {
    try {
      ResendRequestBody missing = ResendRequestBody.fromJson(message.body());
      // Counted from zero: a place at the end of the numbers would otherwise never be passed.
      long places = missing.to() - missing.from();
      for (long i = 0; i <= places; i++) {
        outbox.sendAgain(message.issuer(), message.thread(), missing.from() + i, clock.instant());
      }
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a resend request"));
    }
  }
}
