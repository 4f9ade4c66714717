package org.cfptrace.connector.audit.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.Audits;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/** Audits, their hops and what has come, in PostgreSQL. */
public final class SqlAudits implements Audits {
  // More declarations than this in one audit, or behind one, is a chain made to keep us busy.
  private static final long MOST_HOPS = 10_000;
  private static final long MOST_HOPS_BEHIND_ONE = 2_000;

  private static final String START =
      """
      insert into audit (audit_id, mandate_id, company, company_key, trace_id, period_from,
        period_to, state, started_by, started_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)
      """;
  private static final String ADD =
      """
      insert into audit_hop (request_id, audit_id, asked_through, company, declaration_id,
        vouched_key, leave_kind, leave, depth, leave_until, wait_until, reason, due_at, state)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case
        when (select count(*) from audit_hop where audit_id = ?) >= ?
          or (select count(*) from audit_hop where asked_through = ?) >= ?
        then 'NOT_ASKED' else ? end
      on conflict do nothing
      """;
  private static final String SAVE =
      """
      update audit_hop set declaration_id = ?, state = ?, reason = ?, message = ?, parts = ?,
        due_at = ?,
        asked_at = case when ? = 'ASKED' then coalesce(asked_at, now()) else asked_at end,
        settled_at = case when ? in ('NEW', 'OPENING', 'ASKED') then null else now() end
      where request_id = ?
      """;
  private static final String CLAIM_HOP =
      """
      select * from audit_hop where state in ('NEW', 'OPENING', 'ASKED') and due_at <= ?
      order by due_at, number limit 1 for update skip locked
      """;
  private static final String CLAIM_SETTLED =
      """
      select * from audit a where state = 'RUNNING' and due_at <= ? and not exists (
        select 1 from audit_hop h
        where h.audit_id = a.audit_id and h.state in ('NEW', 'OPENING', 'ASKED'))
      order by due_at limit 1 for update skip locked
      """;

  private static final String ASKED_BY_IT_ALONE =
      """
      select distinct h.company from audit_hop h where h.audit_id = ? and not exists (
        select 1 from audit_hop other join audit a on a.audit_id = other.audit_id
        where other.company = h.company and other.audit_id <> h.audit_id and a.state = 'RUNNING')
      """;

  private final Sql sql;

  public SqlAudits(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void start(Audit audit, AuditHop first, Instant at) {
    sql.update(
        START,
        audit.id(),
        audit.mandateId(),
        audit.company().toString(),
        audit.companyKey().text(),
        audit.product().uuid(),
        audit.period().from(),
        audit.period().to(),
        audit.startedBy(),
        at,
        at);
    add(first, at);
  }

  @Override
  public Optional<Audit> find(UUID id) {
    return sql.first("select * from audit where audit_id = ?", SqlAudits::audit, id);
  }

  @Override
  public Optional<Audit> findForChange(UUID id) {
    // Hops refer to it: a stronger lock would wait for whoever adds one, and be waited for by them.
    return sql.first(
        "select * from audit where audit_id = ? for no key update", SqlAudits::audit, id);
  }

  @Override
  public List<ParticipantId> askedByItAlone(UUID audit) {
    return sql.list(ASKED_BY_IT_ALONE, row -> new ParticipantId(row.text("company")), audit);
  }

  @Override
  public Page<Audit> newestFirst(PageRequest page) {
    List<Audit> rows =
        sql.list(
            "select * from audit where number < ? order by number desc limit ?",
            SqlAudits::audit,
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  @Override
  public void add(AuditHop hop, Instant at) {
    sql.update(
        ADD,
        hop.requestId().uuid(),
        hop.audit(),
        hop.askedThrough().map(RequestId::uuid),
        hop.company().toString(),
        hop.declaration().map(DeclarationId::value),
        hop.vouchedKey().map(Fingerprint::text),
        hop.leaveKind(),
        hop.leave(),
        hop.depth(),
        hop.leaveUntil(),
        hop.waitUntil(),
        hop.reason(),
        at,
        hop.audit(),
        MOST_HOPS,
        hop.askedThrough().map(RequestId::uuid),
        MOST_HOPS_BEHIND_ONE,
        hop.state());
  }

  @Override
  public Optional<AuditHop> hopOf(UUID audit, DeclarationId declaration) {
    return sql.first(
        "select * from audit_hop where audit_id = ? and declaration_id = ? and state <> 'REPLACED'",
        SqlAudits::hop,
        audit,
        declaration.value());
  }

  @Override
  public void save(AuditHop hop, Instant dueAt) {
    sql.update(
        SAVE,
        hop.declaration().map(DeclarationId::value),
        hop.state(),
        hop.reason(),
        hop.message(),
        hop.parts(),
        dueAt,
        hop.state(),
        hop.state(),
        hop.requestId().uuid());
  }

  @Override
  public Optional<AuditHop> hopForChange(RequestId requestId) {
    return sql.first(
        "select * from audit_hop where request_id = ? for update",
        SqlAudits::hop,
        requestId.uuid());
  }

  @Override
  public List<AuditHop> hops(UUID audit) {
    return sql.list(
        "select * from audit_hop where audit_id = ? and state <> 'REPLACED' order by number",
        SqlAudits::hop,
        audit);
  }

  @Override
  public Page<AuditHop> hops(UUID audit, PageRequest page) {
    record Numbered(long number, AuditHop hop) {}
    List<Numbered> rows =
        sql.list(
            "select * from audit_hop where audit_id = ? and state <> 'REPLACED' and number > ?"
                + " order by number limit ?",
            row -> new Numbered(row.number("number"), hop(row)),
            audit,
            page.afterNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number())).map(Numbered::hop);
  }

  @Override
  public void stop(UUID audit, Instant at) {
    sql.update(
        "update audit set stopped_at = coalesce(stopped_at, ?) where audit_id = ?", at, audit);
    sql.update(
        "update audit_hop set state = 'UNAVAILABLE', settled_at = ?"
            + " where audit_id = ? and state in ('NEW', 'OPENING', 'ASKED')",
        at,
        audit);
  }

  @Override
  public boolean isStopped(UUID audit) {
    return sql.first(
            "select 1 from audit where audit_id = ? and stopped_at is not null", row -> true, audit)
        .isPresent();
  }

  @Override
  public Optional<AuditHop> claimHop(Instant now) {
    return sql.first(CLAIM_HOP, SqlAudits::hop, now);
  }

  @Override
  public Optional<Audit> claimSettled(Instant now) {
    return sql.first(CLAIM_SETTLED, SqlAudits::audit, now);
  }

  @Override
  public Instant concludeLater(UUID audit, Audit.WaitingFor what, Instant at) {
    return sql.first(
            "update audit set due_at = ?, waiting_for = ?,"
                + " waiting_since = coalesce(waiting_since, due_at)"
                + " where audit_id = ? returning waiting_since",
            row -> row.instant("waiting_since"),
            at,
            what,
            audit)
        .orElseThrow();
  }

  @Override
  public int failed(UUID audit) {
    return Math.toIntExact(
        sql.number(
            "update audit set attempts = attempts + 1 where audit_id = ? returning attempts",
            audit));
  }

  @Override
  public void tryLater(UUID audit, Instant at) {
    sql.update("update audit set due_at = ? where audit_id = ?", at, audit);
  }

  @Override
  public void askLater(RequestId hop, Instant at) {
    sql.update("update audit_hop set due_at = ? where request_id = ?", at, hop.uuid());
  }

  @Override
  public Kept keepPart(AuditDisclosureBody part) {
    String body = new String(StrictJson.write(part.toJson()), UTF_8);
    boolean isNew =
        sql.update(
                "insert into audit_part (request_id, part, body) values (?, ?, ?)"
                    + " on conflict do nothing",
                part.requestId().uuid(),
                part.part(),
                body)
            > 0;
    int more = isNew ? 1 : 0;
    return sql.first(
            "update audit_hop h set received = received + ?, bytes = bytes + ?"
                + " where request_id = ? returning received, bytes,"
                // What is written here is not yet seen by the sum.
                + " (select sum(o.bytes) from audit_hop o where o.audit_id = h.audit_id)::bigint"
                + " as before",
            row ->
                new Kept(
                    isNew,
                    row.number("received"),
                    row.number("bytes"),
                    row.number("before") + (long) more * body.length()),
            more,
            (long) more * body.length(),
            part.requestId().uuid())
        .orElseThrow();
  }

  @Override
  public void dropParts(RequestId hop) {
    sql.update("delete from audit_part where request_id = ?", hop.uuid());
    sql.update("update audit_hop set received = 0, bytes = 0 where request_id = ?", hop.uuid());
  }

  @Override
  public List<AuditDisclosureBody> parts(RequestId requestId) {
    return sql.list(
        "select body from audit_part where request_id = ? order by part",
        row -> AuditDisclosureBody.fromJson(StrictJson.parseKept(row.text("body"))),
        requestId.uuid());
  }

  @Override
  public void end(UUID audit, Ended ended, Instant at) {
    sql.update(
        "update audit set state = 'DONE', waiting_for = null, result = ?, coverage = ?, report = ?,"
            + " bundle = ?, done_at = ? where audit_id = ?",
        ended.result(),
        ended.coverage().text(),
        ended.report(),
        ended.bundle(),
        at,
        audit);
  }

  @Override
  public void endWithout(UUID audit, Audit.WithoutReport why, Instant at) {
    sql.update(
        "update audit set state = ?, waiting_for = null, without_report = ?, done_at = ?"
            + " where audit_id = ?",
        why == Audit.WithoutReport.NOTHING_SHOWN ? Audit.State.DONE : Audit.State.FAILED,
        why,
        at,
        audit);
  }

  @Override
  public Optional<byte[]> bundle(UUID audit) {
    return sql.first(
        "select bundle from audit where audit_id = ? and bundle is not null",
        row -> row.bytes("bundle"),
        audit);
  }

  @Override
  public void attested(UUID audit, String attestation, String who, Instant at) {
    sql.update(
        "update audit set attestation = ?, attested_by = ?, attested_at = ? where audit_id = ?",
        attestation,
        who,
        at,
        audit);
  }

  private static Audit audit(Sql.Row row) throws SQLException {
    return new Audit(
        row.uuid("audit_id"),
        row.uuid("mandate_id"),
        new ParticipantId(row.text("company")),
        new Fingerprint(row.text("company_key")),
        new TraceId(row.uuid("trace_id")),
        new Period(row.date("period_from"), row.date("period_to")),
        Audit.State.valueOf(row.text("state")),
        row.optionalText("waiting_for").map(Audit.WaitingFor::valueOf),
        row.optionalText("without_report").map(Audit.WithoutReport::valueOf),
        row.optionalText("result").map(AuditResult::valueOf),
        row.optionalText("coverage").map(Coverage::of),
        row.optionalText("report"),
        row.optionalText("attestation"),
        row.text("started_by"),
        row.instant("started_at"),
        row.optionalInstant("done_at"),
        row.number("number"));
  }

  private static AuditHop hop(Sql.Row row) throws SQLException {
    long parts = row.number("parts");
    return new AuditHop(
        new RequestId(row.uuid("request_id")),
        row.uuid("audit_id"),
        row.optionalUuid("asked_through").map(RequestId::new),
        new ParticipantId(row.text("company")),
        row.optionalText("declaration_id").map(DeclarationId::new),
        row.optionalText("vouched_key").map(Fingerprint::new),
        Leave.Kind.valueOf(row.text("leave_kind")),
        row.text("leave"),
        row.number("depth"),
        row.instant("leave_until"),
        row.instant("wait_until"),
        AuditHop.State.valueOf(row.text("state")),
        row.optionalText("reason"),
        row.optionalText("message"),
        parts == 0 ? Optional.empty() : Optional.of(parts));
  }
}
