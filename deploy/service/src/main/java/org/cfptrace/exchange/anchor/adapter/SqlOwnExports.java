package org.cfptrace.exchange.anchor.adapter;

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

/** The exports we have in the log, in PostgreSQL. */
public final class SqlOwnExports implements OwnExports {
  private static final String ADD =
      """
      insert into log_export (entry, signed_at, due_at, attempts) values (?, ?, ?, 0)
      on conflict do nothing
      """;

  private final Sql sql;
  private final AwaitingRows rows;

  public SqlOwnExports(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
    this.rows = new AwaitingRows(sql, "log_export", "entry");
  }

  @Override
  public void add(LogEntry export, Instant signedAt) {
    sql.update(ADD, export.toString(), signedAt, signedAt);
  }

  @Override
  public List<LogEntry> claimUnproven(Instant now, Instant until, int most) {
    return rows.claim(
        "proof is null",
        row -> LogEntry.parse(Base64Url.decode(row.text("entry"))),
        now,
        until,
        most);
  }

  @Override
  public boolean proven(LogEntry export, EntryProof proof, Instant since) {
    return rows.proven(export.toString(), proof.toJson(), since);
  }

  @Override
  public void tryLater(Collection<LogEntry> exports, Instant now) {
    rows.tryLater(texts(exports), now);
  }

  @Override
  public void askAgain(Collection<LogEntry> exports, Instant at) {
    rows.askAgain(texts(exports), at);
  }

  @Override
  public Optional<EntryProof> proofOf(LogEntry export) {
    return rows.proofOf(export.toString())
        .map(proof -> EntryProof.from(Members.of(proof, "proof")));
  }

  private static List<String> texts(Collection<LogEntry> exports) {
    return exports.stream().map(LogEntry::toString).toList();
  }
}
