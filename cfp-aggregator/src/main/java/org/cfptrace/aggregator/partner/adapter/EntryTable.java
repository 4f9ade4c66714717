package org.cfptrace.aggregator.partner.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.partner.KnownEntries;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;

/** Directory entries in PostgreSQL; their signatures are checked again whenever they are read. */
@ApplicationScoped
@Transactional
class EntryTable implements KnownEntries, PanacheRepositoryBase<EntryRow, String> {
  private final EnrolledParticipant me;

  EntryTable(EnrolledParticipant me) {
    this.me = me;
  }

  @Override
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    return findByIdOptional(participant.did())
        .map(row -> DirectoryEntry.read(row.entry, me.trustAnchor()));
  }

  @Override
  public boolean keep(DirectoryEntry entry) {
    Optional<EntryRow> before = findByIdOptional(entry.participant().did());
    if (before.filter(row -> row.sequence >= entry.sequence()).isPresent()) {
      return false;
    }
    EntryRow row = before.orElseGet(EntryRow::new);
    row.participant = entry.participant().did();
    row.sequence = entry.sequence();
    row.entry = entry.jws();
    persist(row);
    return true;
  }

  @Override
  public void completeAsOf(Instant asOf) {
    DirectoryStateRow row = state().orElseGet(DirectoryStateRow::new);
    if (row.completeAsOf == null || row.completeAsOf.isBefore(asOf)) {
      row.completeAsOf = asOf;
      getEntityManager().persist(row);
    }
  }

  @Override
  public Optional<Instant> completeAsOf() {
    return state().map(row -> row.completeAsOf);
  }

  private Optional<DirectoryStateRow> state() {
    return Optional.ofNullable(
        getEntityManager().find(DirectoryStateRow.class, DirectoryStateRow.ONLY));
  }
}
