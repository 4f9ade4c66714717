package org.cfptrace.aggregator.disclose.pack.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.disclose.pack.PublicRecord;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.DirectoryEntry;

/** The public record as this participant has heard it. */
public final class ExchangeRecord implements PublicRecord {
  private final Exchange exchange;

  public ExchangeRecord(Exchange exchange) {
    this.exchange = requireNonNull(exchange, "exchange");
  }

  @Override
  public Optional<LoggedEntry> proof(DeclarationId id) {
    return exchange.logBook().flatMap(book -> book.proofs().of(id)).map(ReceivedProofs.Kept::proof);
  }

  @Override
  public Optional<String> directoryEntry(ParticipantId company) {
    return exchange.knownEntries().find(company).map(DirectoryEntry::jws);
  }
}
