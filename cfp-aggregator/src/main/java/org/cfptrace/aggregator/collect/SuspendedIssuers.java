package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryStatus;

/**
 * Since when, and until when, issuers are suspended: as it was noted, and of an entry that was kept
 * before anybody noted it, as the entry says. By the registry's clock, to the second; where that is
 * ahead of ours, in doubt no figure counts.
 */
public final class SuspendedIssuers implements CollectedFigures.Suspensions {
  private final KnownEntries entries;
  private final IssuerSuspensions noted;
  private final Clock clock;

  public SuspendedIssuers(KnownEntries entries, IssuerSuspensions noted, Clock clock) {
    this.entries = requireNonNull(entries, "entries");
    this.noted = requireNonNull(noted, "noted");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public List<Span> of(ParticipantId issuer) {
    Instant now = clock.instant();
    List<Span> spans = new ArrayList<>(noted.of(issuer));
    if (spans.stream().noneMatch(Span::lasts)) {
      entries
          .find(issuer)
          .filter(entry -> entry.status() == DirectoryStatus.SUSPENDED)
          .map(entry -> Span.since(entry.record().changedAt()))
          .ifPresent(spans::add);
    }
    spans.replaceAll(
        span ->
            span.lasts() && span.from().filter(from -> from.isAfter(now)).isPresent()
                ? Span.ALWAYS
                : span);
    return List.copyOf(spans);
  }
}
