package org.cfptrace.aggregator.disclose.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.disclose.Anchors;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.wiring.Exchange;

/** What companies have proved to this participant, of their own and of what they have handed on. */
public final class ExchangeAnchors implements Anchors {
  private final Exchange exchange;

  public ExchangeAnchors(Exchange exchange) {
    this.exchange = requireNonNull(exchange, "exchange");
  }

  @Override
  public boolean isThereALog() {
    return exchange.logBook().isPresent();
  }

  @Override
  public Optional<Anchor> of(DeclarationId id) {
    return exchange
        .logBook()
        .flatMap(book -> book.proofs().of(id))
        .map(kept -> new Anchor(kept.proof(), kept.isLate()));
  }
}
