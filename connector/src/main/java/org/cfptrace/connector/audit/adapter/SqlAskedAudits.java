package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.AskedAudit;
import org.cfptrace.connector.audit.AskedAudits;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;

/** What auditors have asked, in PostgreSQL. */
public final class SqlAskedAudits implements AskedAudits {
  private static final String ADD =
      """
      insert into audit_request (id, request_id, auditor, way, thread, first_input, leave_kind,
        leave_id, leave_by, auditor_key, depth, leave_until, declaration_id, state, reason, message,
        settled_by, received_at, settled_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String CLAIM =
      """
      select r.* from audit_request r
      where r.state = 'ACCEPTED' and r.due_at <= ? and (coalesce(r.settled_at, r.received_at) <= ? or not exists (
        select 1 from issued_declaration d
        join log_entry l on l.declaration_id in (d.declaration_id, d.statement_id)
        where d.declaration_id = r.declaration_id and l.proof is null))
      order by r.number limit 1 for update of r skip locked
      """;

  private final Sql sql;

  public SqlAskedAudits(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void add(AskedAudit asked) {
    Optional<Leave> leave = asked.leave();
    sql.update(
        ADD,
        asked.id(),
        asked.requestId().uuid(),
        asked.auditor().toString(),
        asked.way(),
        asked.thread(),
        asked.firstInput(),
        leave.map(Leave::kind),
        leave.map(Leave::id),
        leave.map(by -> by.by().toString()),
        leave.map(by -> by.auditorKey().text()),
        leave.map(Leave::depth),
        leave.map(Leave::until),
        asked.declaration().map(DeclarationId::value),
        asked.state(),
        asked.reason(),
        asked.message(),
        asked.settledBy(),
        asked.receivedAt(),
        asked.settledAt(),
        asked.receivedAt());
  }

  @Override
  public void save(AskedAudit asked) {
    sql.update(
        "update audit_request set state = ?, reason = ?, message = ?, settled_by = ?,"
            + " settled_at = ? where id = ?",
        asked.state(),
        asked.reason(),
        asked.message(),
        asked.settledBy(),
        asked.settledAt(),
        asked.id());
  }

  @Override
  public boolean isKnown(ParticipantId auditor, RequestId requestId) {
    return sql.first(
            "select 1 from audit_request where auditor = ? and request_id = ?",
            row -> true,
            auditor.toString(),
            requestId.uuid())
        .isPresent();
  }

  @Override
  public Optional<AskedAudit> find(UUID id) {
    return sql.first("select * from audit_request where id = ?", SqlAskedAudits::asked, id);
  }

  @Override
  public Optional<AskedAudit> findForChange(UUID id) {
    return sql.first(
        "select * from audit_request where id = ? for update", SqlAskedAudits::asked, id);
  }

  @Override
  public Optional<AskedAudit> claimAccepted(Instant now, Instant unprovenBefore) {
    return sql.first(CLAIM, SqlAskedAudits::asked, now, unprovenBefore);
  }

  @Override
  public void answerLater(UUID id, Instant at) {
    sql.update("update audit_request set due_at = ? where id = ?", at, id);
  }

  @Override
  public int failed(UUID id) {
    return Math.toIntExact(
        sql.number(
            "update audit_request set attempts = attempts + 1 where id = ? returning attempts",
            id));
  }

  @Override
  public Page<AskedAudit> newestFirst(PageRequest page, Optional<AskedAudit.State> state) {
    List<AskedAudit> rows =
        sql.list(
            "select * from audit_request where number < ? and (?::text is null or state = ?)"
                + " order by number desc limit ?",
            SqlAskedAudits::asked,
            page.beforeNumber(),
            state,
            state,
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static AskedAudit asked(Sql.Row row) throws SQLException {
    return new AskedAudit(
        row.uuid("id"),
        new RequestId(row.uuid("request_id")),
        new ParticipantId(row.text("auditor")),
        Way.valueOf(row.text("way")),
        row.text("thread"),
        row.number("first_input"),
        leave(row),
        row.optionalText("declaration_id").map(DeclarationId::new),
        AskedAudit.State.valueOf(row.text("state")),
        row.optionalText("reason").map(AuditRefusalReason::valueOf),
        row.optionalText("message"),
        row.optionalText("settled_by"),
        row.instant("received_at"),
        row.optionalInstant("settled_at"),
        row.number("number"));
  }

  private static Optional<Leave> leave(Sql.Row row) throws SQLException {
    Optional<String> kind = row.optionalText("leave_kind");
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Leave(
                Leave.Kind.valueOf(kind.get()),
                row.text("leave_id"),
                new ParticipantId(row.text("leave_by")),
                new Fingerprint(row.text("auditor_key")),
                row.number("depth"),
                row.instant("leave_until")));
  }
}
