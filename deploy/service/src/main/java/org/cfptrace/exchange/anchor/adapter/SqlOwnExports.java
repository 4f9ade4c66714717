package org.cfptrace.exchange.anchor.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.exchange.anchor.OwnExports;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The exports we have in the log, in PostgreSQL. */
public final class SqlOwnExports implements OwnExports {
  private static final String ADD =
      """
      insert into log_export (entry, signed_at, due_at, attempts) values (?, ?, ?, 0)
      on conflict do nothing
      """;
  // Claimed by moving them on: so no row is locked while the log is asked.
  private static final String UNPROVEN =
      """
      update log_export set due_at = ? where entry in (
        select entry from log_export where proof is null and due_at <= ?
        order by due_at, entry limit ? for update skip locked)
      returning entry
      """;
  // A quarter of a second, doubled each time, at most a minute.
  private static final String LATER =
      """
      update log_export set attempts = attempts + 1,
        due_at = ?::timestamptz + least(power(2, least(attempts, 20)) * interval '250 ms', interval '1 minute')
      where entry = any (?)
      """;

  private final Sql sql;

  public SqlOwnExports(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void add(LogEntry export, Instant signedAt) {
    sql.update(ADD, export.toString(), signedAt, signedAt);
  }

  @Override
  public List<LogEntry> claimUnproven(Instant now, Instant until, int most) {
    return sql.list(
        UNPROVEN, row -> LogEntry.parse(Base64Url.decode(row.text("entry"))), until, now, most);
  }

  @Override
  public boolean proven(LogEntry export, EntryProof proof, Instant since) {
    return sql.update(
            "update log_export set proof = ?, included_at = ?, attempts = 0"
                + " where entry = ? and proof is null",
            new String(StrictJson.write(proof.toJson()), UTF_8),
            since,
            export.toString())
        > 0;
  }

  @Override
  public void tryLater(Collection<LogEntry> exports, Instant now) {
    sql.update(LATER, now, texts(exports));
  }

  @Override
  public void askAgain(Collection<LogEntry> exports, Instant at) {
    sql.update("update log_export set due_at = ? where entry = any (?)", at, texts(exports));
  }

  @Override
  public Optional<EntryProof> proofOf(LogEntry export) {
    return sql.first(
            "select proof from log_export where entry = ?",
            row -> row.optionalText("proof"),
            export.toString())
        .flatMap(text -> text)
        .map(
            text ->
                EntryProof.from(
                    Members.of(StrictJson.parseCarrier(text.getBytes(UTF_8)), "proof")));
  }

  private static String[] texts(Collection<LogEntry> exports) {
    return exports.stream().map(LogEntry::toString).toArray(String[]::new);
  }
}
