package org.cfptrace.registry.log.adapter;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.log.LogEntry;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.service.database.Sql;

/** What was handed in, in PostgreSQL. */
public final class SqlLogQueue implements LogQueue {
  private final Sql sql;

  public SqlLogQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Collection<LogEntry> entries, Optional<String> submitter) {
    // In one order, so that two calls with the same entries do not wait for each other.
    byte[][] sorted =
        entries.stream()
            .distinct()
            .sorted(Comparator.comparing(LogEntry::toString))
            .map(LogEntry::bytes)
            .toArray(byte[][]::new);
    sql.update(
        "WITH added AS (INSERT INTO log_entry (entry, submitter)"
            + " SELECT e, ?::text FROM unnest(?::bytea[]) AS e"
            + " ON CONFLICT (entry) DO NOTHING RETURNING number)"
            + " INSERT INTO log_waiting (number) SELECT number FROM added",
        submitter,
        sorted);
  }

  @Override
  public Map<LogEntry, Long> places(Collection<LogEntry> entries) {
    Map<LogEntry, Long> places = new HashMap<>();
    sql.list(
            "SELECT e.entry, p.place FROM log_entry e JOIN log_place p ON p.number = e.number"
                + " WHERE e.entry = ANY (?::bytea[])",
            row -> Map.entry(LogEntry.parse(row.bytes("entry")), row.number("place")),
            (Object) entries.stream().map(LogEntry::bytes).toArray(byte[][]::new))
        .forEach(place -> places.put(place.getKey(), place.getValue()));
    return places;
  }

  @Override
  public Optional<Standing> find(LogEntry entry) {
    return sql.first(
        "SELECT e.submitter, p.place, e.superseded, e.recalled FROM log_entry e"
            + " LEFT JOIN log_place p ON p.number = e.number"
            + " WHERE e.entry = ? FOR UPDATE OF e",
        row ->
            new Standing(
                entry,
                row.optionalText("submitter"),
                row.optionalNumber("place"),
                row.flag("superseded"),
                row.flag("recalled")),
        entry.bytes());
  }

  @Override
  public void mark(LogEntry entry, boolean superseded, boolean recalled) {
    sql.update(
        "UPDATE log_entry SET superseded = superseded OR ?, recalled = recalled OR ?"
            + " WHERE entry = ?",
        superseded,
        recalled,
        entry.bytes());
    sql.update("UPDATE log_status_change SET changes = changes + 1");
  }

  @Override
  public long waiting() {
    return sql.number("SELECT count(*) FROM log_waiting");
  }

  @Override
  public List<byte[]> entries(long from, int most) {
    return sql.list(SqlLogStore.ENTRIES, row -> row.bytes("entry"), from, from + most);
  }
}
