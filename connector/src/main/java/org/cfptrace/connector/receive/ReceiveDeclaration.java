package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;
import org.cfptrace.verify.VerifiedMessage;

/** A partner tells us a figure. It is kept as evidence; whether a line uses it is for a person. */
public final class ReceiveDeclaration implements MessageHandler {
  private final StrictReader reader;
  private final ReceivedDeclarations received;
  private final Clock clock;

  public ReceiveDeclaration(StrictReader reader, ReceivedDeclarations received, Clock clock) {
    this.reader = requireNonNull(reader, "reader");
    this.received = requireNonNull(received, "received");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.DECLARATION;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    Reading<VerifiedDeclaration> reading = reader.declaration(message);
    return () -> Handled.of(reading, declaration -> keep(declaration, message));
  }

  private Handled keep(VerifiedDeclaration declaration, VerifiedMessage message) {
    if (declaration.product().isEmpty() || declaration.period().isEmpty()) {
      return new Handled.Refused(
          Why.of(Trouble.PRODUCT_NOT_SHOWN, "expected product and period to be shown"));
    }
    received.keep(declaration, message.jti(), clock.instant());
    return new Handled.Applied(Optional.of(declaration.id()));
  }
}
