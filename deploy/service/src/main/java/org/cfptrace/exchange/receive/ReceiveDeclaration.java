package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;
import org.cfptrace.verify.VerifiedMessage;

/** A partner tells us a figure. It is kept as evidence; what it is used for is another question. */
public final class ReceiveDeclaration implements MessageHandler {
  private final StrictReader reader;
  private final KeepDeclaration kept;
  private final Clock clock;

  public ReceiveDeclaration(StrictReader reader, KeepDeclaration kept, Clock clock) {
    this.reader = requireNonNull(reader, "reader");
    this.kept = requireNonNull(kept, "kept");
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
    kept.keep(declaration, message.jti(), clock.instant());
    return new Handled.Applied(Optional.of(declaration.id()));
  }
}
