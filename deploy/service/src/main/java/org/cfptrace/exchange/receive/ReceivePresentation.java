package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;
import org.cfptrace.verify.VerifiedMessage;
import org.cfptrace.verify.VerifiedPresentation;

/**
 * A partner hands on what one of its suppliers has declared to it, or says that it stands no more,
 * or how far the tree behind it is. The supplier need not be a partner of ours.
 */
public final class ReceivePresentation implements MessageHandler {
  private final StrictReader reader;
  private final KeepPresentation kept;
  private final Clock clock;

  public ReceivePresentation(StrictReader reader, KeepPresentation kept, Clock clock) {
    this.reader = requireNonNull(reader, "reader");
    this.kept = requireNonNull(kept, "kept");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.PRESENTATION;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    Reading<VerifiedPresentation> reading = reader.presentation(message);
    return () ->
        Handled.of(
            reading,
            presentation ->
                presentation.fold(
                    declaration -> keep(presentation.presenter(), declaration, message),
                    fallen -> known(kept.fell(presentation.presenter(), fallen, clock.instant())),
                    progressed ->
                        known(
                            kept.progressed(
                                presentation.presenter(), progressed, clock.instant()))));
  }

  private Handled keep(
      ParticipantId presenter, VerifiedDeclaration declaration, VerifiedMessage message) {
    if (declaration.product().isEmpty() || declaration.period().isEmpty()) {
      return new Handled.Refused(
          Why.of(Trouble.PRODUCT_NOT_SHOWN, "expected product and period to be shown"));
    }
    kept.keep(presenter, declaration, message.jti(), clock.instant());
    return new Handled.Applied(Optional.of(declaration.id()));
  }

  private static Handled known(boolean isHandedOn) {
    return isHandedOn
        ? Handled.done()
        : new Handled.Refused(
            Why.of(Trouble.UNKNOWN_DECLARATION, "the sender has not handed on such a declaration"));
  }
}
