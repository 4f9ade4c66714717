package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.database.Sql;

/** Directory entries in PostgreSQL, as signed; the last one read of each is also kept in memory. */
public final class SqlKnownEntries implements KnownEntries {
  private static final String KEEP =
      """
      insert into directory_entry as e (participant, sequence, entry) values (?, ?, ?)
      on conflict (participant) do update set sequence = excluded.sequence, entry = excluded.entry
      where e.sequence <= excluded.sequence
      """;
  private static final String COMPLETE =
      """
      insert into directory_state as s (only_row, complete_as_of) values (true, ?)
      on conflict (only_row) do update
      set complete_as_of = greatest(s.complete_as_of, excluded.complete_as_of)
      """;

  private final Sql sql;
  private final TrustAnchor anchor;
  private final Map<ParticipantId, DirectoryEntry> read = new ConcurrentHashMap<>();

  public SqlKnownEntries(Sql sql, TrustAnchor anchor) {
    this.sql = requireNonNull(sql, "sql");
    this.anchor = requireNonNull(anchor, "anchor");
  }

  @Override
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    return sql.first(
            "select entry from directory_entry where participant = ?",
            row -> row.text("entry"),
            participant.toString())
        .map(jws -> read(participant, jws));
  }

  @Override
  public boolean keep(DirectoryEntry entry) {
    return sql.update(KEEP, entry.participant().toString(), entry.sequence(), entry.jws()) > 0;
  }

  @Override
  public void completeAsOf(Instant asOf) {
    sql.update(COMPLETE, asOf);
  }

  @Override
  public Optional<Instant> completeAsOf() {
    return sql.first("select * from directory_state", row -> row.instant("complete_as_of"));
  }

  // The signature was checked when the entry came in; checking it again guards the table as well.
  private DirectoryEntry read(ParticipantId participant, String jws) {
    DirectoryEntry before = read.get(participant);
    if (before != null && before.jws().equals(jws)) {
      return before;
    }
    DirectoryEntry entry = DirectoryEntry.read(jws, anchor);
    read.put(participant, entry);
    return entry;
  }
}
