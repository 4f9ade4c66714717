package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.exchange.receive.KeepPresentation;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.VerifiedDeclaration;

/** What a company has handed on is that company's, whoever issued it. */
public record KeepPresented(Declarations declarations) implements KeepPresentation {
  public KeepPresented {
    requireNonNull(declarations, "declarations");
  }

  @Override
  public void keep(
      ParticipantId presenter, VerifiedDeclaration declaration, String messageId, Instant at) {
    declarations.keep(new Tenant(presenter), declaration, messageId, at);
  }

  @Override
  public boolean fell(ParticipantId presenter, Fallen fallen, Instant at) {
    return declarations.fell(
        new Tenant(presenter),
        fallen.declarationId(),
        new Fall(fallen.kind(), fallen.reason(), fallen.on(), at));
  }

  @Override
  public boolean progressed(ParticipantId presenter, Progressed progressed, Instant at) {
    return declarations.progressed(
        new Tenant(presenter),
        progressed.declarationId(),
        Optional.of(progressed.on()).filter(day -> !progressed.complete()));
  }
}
