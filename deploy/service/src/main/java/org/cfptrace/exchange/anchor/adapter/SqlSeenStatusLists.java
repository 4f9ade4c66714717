package org.cfptrace.exchange.anchor.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.exchange.anchor.SeenStatusLists;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.service.database.Sql;

/** The newest status list in PostgreSQL, by its version and its entry in the log. */
public final class SqlSeenStatusLists implements SeenStatusLists {
  private static final String KEEP =
      """
      insert into log_status_seen as s (only_row, version, entry) values (true, ?, ?)
      on conflict (only_row) do update set version = excluded.version, entry = excluded.entry
      where s.version < excluded.version
      """;

  private final Sql sql;

  public SqlSeenStatusLists(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Verdict see(StatusListToken list) {
    String entry = list.entry().toString();
    sql.update(KEEP, list.version(), entry);
    // Whatever another has seen meanwhile counts as well.
    Optional<Verdict> verdict =
        sql.first(
            "select version, entry from log_status_seen",
            row -> verdict(list.version(), entry, row.number("version"), row.text("entry")));
    return verdict.orElseThrow(() -> new IllegalStateException("expected what was just kept"));
  }

  private static Verdict verdict(long version, String entry, long newest, String newestEntry) {
    if (version < newest) {
      return Verdict.OLDER;
    }
    return entry.equals(newestEntry) ? Verdict.GOOD : Verdict.OTHER;
  }
}
