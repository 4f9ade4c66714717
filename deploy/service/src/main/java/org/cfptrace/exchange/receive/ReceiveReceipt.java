package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** The reader of one of our messages says whether it has taken it. */
public final class ReceiveReceipt implements MessageHandler {
  private static final String URN = "urn:uuid:";

  private final Outbox outbox;
  private final Consumer<RefusedMessage> whenRefused;
  private final Clock clock;

  public ReceiveReceipt(Outbox outbox, Consumer<RefusedMessage> whenRefused, Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.whenRefused = requireNonNull(whenRefused, "whenRefused");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.RECEIPT;
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
    return () -> settle(message);
  }

  private Handled settle(VerifiedMessage message) {
    try {
      ReceiptBody receipt = ReceiptBody.fromJson(message.body());
      UUID messageId = UUID.fromString(receipt.messageId().substring(URN.length()));
      boolean isSettled =
          outbox.settle(
              message.issuer(),
              messageId,
              receipt.isAccepted() ? DeliveryState.DELIVERED : DeliveryState.REFUSED,
              receipt.refusal(),
              clock.instant());
      if (isSettled && !receipt.isAccepted()) {
        whenRefused.accept(
            new RefusedMessage(
                message.issuer(),
                messageId,
                outbox.typeOf(message.issuer(), messageId),
                receipt.refusal()));
      }
      return Handled.done();
    } catch (MalformedException e) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a receipt"));
    }
  }
}
