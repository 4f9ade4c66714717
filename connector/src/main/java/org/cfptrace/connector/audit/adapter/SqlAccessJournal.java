package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        leave_kind, leave_id, leave_by, reason, through, supplier, told_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_ALL =
      "select * from access_journal where number < ? order by number desc limit ?";
  private static final String OF_DECLARATION =
      "select * from access_journal where declaration_id = ? and number < ?"
          + " order by number desc limit ?";

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
        entry.requestId().map(RequestId::uuid),
        entry.declaration().map(DeclarationId::value),
        entry.claims().stream().map(ClaimName::jsonName).toArray(String[]::new),
        entry.leaveKind(),
        entry.leaveId(),
        entry.leaveBy().map(ParticipantId::toString),
        entry.refused(),
        entry.through().map(ParticipantId::toString),
        entry.supplier().map(supplier -> supplier.id().toString()),
        entry.supplier().flatMap(AccessEntry.Supplier::toldBy));
  }

  @Override
  public Page<AccessEntry> newestFirst(PageRequest page, Optional<DeclarationId> declaration) {
    // Two statements: of one that asks for either no index serves both.
    List<AccessEntry> rows =
        declaration
            .map(
                id ->
                    sql.list(
                        OF_DECLARATION,
                        SqlAccessJournal::entry,
                        id.value(),
                        page.beforeNumber(),
                        page.rowsToFetch()))
            .orElseGet(
                () ->
                    sql.list(
                        OF_ALL, SqlAccessJournal::entry, page.beforeNumber(), page.rowsToFetch()));
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static AccessEntry entry(Sql.Row row) throws SQLException {
    return new AccessEntry(
        row.number("number"),
        row.instant("at"),
        AccessEntry.Side.valueOf(row.text("side")),
        new ParticipantId(row.text("company")),
        row.optionalUuid("request_id").map(RequestId::new),
        row.optionalText("declaration_id").map(DeclarationId::new),
        Arrays.stream(row.texts("claims"))
            .map(name -> ClaimName.ofJsonName(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        row.optionalText("leave_kind").map(Leave.Kind::valueOf),
        row.optionalText("leave_id"),
        row.optionalText("leave_by").map(ParticipantId::new),
        row.optionalText("reason").map(AuditRefusalReason::valueOf),
        row.optionalText("through").map(ParticipantId::new),
        supplier(row));
  }

  private static Optional<AccessEntry.Supplier> supplier(Sql.Row row) throws SQLException {
    Optional<UUID> toldBy = row.optionalUuid("told_by");
    return row.optionalText("supplier")
        .map(id -> new AccessEntry.Supplier(new ParticipantId(id), toldBy));
  }
}
