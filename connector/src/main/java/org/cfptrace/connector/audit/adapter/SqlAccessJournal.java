package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.AccessJournal;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;

/** The access journal in PostgreSQL. */
public final class SqlAccessJournal implements AccessJournal {
  private static final String ADD =
      """
      insert into access_journal (at, side, outcome, company, request_id, declaration_id, claims,
        leave_kind, leave_id, leave_by, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  public SqlAccessJournal(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void add(AccessEntry entry) {
    sql.update(
        ADD,
        entry.at(),
        entry.side(),
        entry.refused().isPresent() ? "REFUSED" : "SHOWN",
        entry.company().toString(),
        entry.requestId().uuid(),
        entry.declaration().map(DeclarationId::value),
        entry.claims().stream().map(ClaimName::jsonName).toArray(String[]::new),
        entry.leaveKind(),
        entry.leaveId(),
        entry.leaveBy().map(ParticipantId::toString),
        entry.refused());
  }

  @Override
  public Page<AccessEntry> newestFirst(PageRequest page, Optional<DeclarationId> declaration) {
    Optional<String> id = declaration.map(DeclarationId::value);
    List<AccessEntry> rows =
        sql.list(
            "select * from access_journal where number < ?"
                + " and (?::text is null or declaration_id = ?) order by number desc limit ?",
            SqlAccessJournal::entry,
            page.beforeNumber(),
            id,
            id,
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static AccessEntry entry(Sql.Row row) throws SQLException {
    return new AccessEntry(
        row.number("number"),
        row.instant("at"),
        AccessEntry.Side.valueOf(row.text("side")),
        new ParticipantId(row.text("company")),
        new RequestId(row.uuid("request_id")),
        row.optionalText("declaration_id").map(DeclarationId::new),
        Arrays.stream(row.texts("claims"))
            .map(name -> ClaimName.ofJsonName(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        row.optionalText("leave_kind").map(Leave.Kind::valueOf),
        row.optionalText("leave_id"),
        row.optionalText("leave_by").map(ParticipantId::new),
        row.optionalText("reason").map(AuditRefusalReason::valueOf));
  }
}
