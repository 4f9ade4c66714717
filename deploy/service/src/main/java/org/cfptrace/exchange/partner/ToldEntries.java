package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;

/** Entries whose keeping is told on, in the same transaction. */
public final class ToldEntries implements KnownEntries {
  private final KnownEntries kept;
  private final Consumer<DirectoryEntry> told;

  public ToldEntries(KnownEntries kept, Consumer<DirectoryEntry> told) {
    this.kept = requireNonNull(kept, "kept");
    this.told = requireNonNull(told, "told");
  }

  @Override
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    return kept.find(participant);
  }

  @Override
  public boolean keep(DirectoryEntry entry) {
    boolean isNew = kept.keep(entry);
    if (isNew) {
      told.accept(entry);
    }
    return isNew;
  }

  @Override
  public void completeAsOf(Instant asOf) {
    kept.completeAsOf(asOf);
  }

  @Override
  public Optional<Instant> completeAsOf() {
    return kept.completeAsOf();
  }
}
