package org.cfptrace.connector.sign.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.sign.SignatureRequest;
import org.cfptrace.connector.sign.SignatureRequests;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/** What we were asked to sign, in PostgreSQL. */
public final class SqlSignatureRequests implements SignatureRequests {
  private static final String ADD =
      """
      insert into signature_request (request_id, asker, export_id, thread, body, state,
        received_at)
      values (?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
      """;
  private static final String SELECT =
      """
      select r.*,
        (select max(s.decided_at) from signature_request s
         where s.asker = r.asker and s.export_id = r.export_id and s.state = 'SIGNED'
           and s.number < r.number) as signed_before
      from signature_request r
      """;
  private static final String WITHDRAWN =
      """
      update signature_request
      set withdrawn_at = ?, state = case state when 'WAITING' then 'WITHDRAWN' else state end
      where request_id = ? and withdrawn_at is null
      """;

  private final Sql sql;

  public SqlSignatureRequests(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean add(SignatureRequest request) {
    return sql.update(
            ADD,
            request.id().uuid(),
            request.asker().toString(),
            request.body().exportId(),
            request.thread(),
            new String(StrictJson.write(request.body().toJson()), UTF_8),
            request.receivedAt())
        > 0;
  }

  @Override
  public Optional<SignatureRequest> find(SignatureRequestId id) {
    return sql.first(SELECT + "where r.request_id = ?", SqlSignatureRequests::request, id.uuid());
  }

  @Override
  public Optional<SignatureRequest> lock(SignatureRequestId id) {
    return sql.first(
        SELECT + "where r.request_id = ? for update of r",
        SqlSignatureRequests::request,
        id.uuid());
  }

  @Override
  public List<SignatureRequest> lock(ParticipantId asker, String exportId) {
    return sql.list(
        SELECT + "where r.asker = ? and r.export_id = ? order by r.number for update of r",
        SqlSignatureRequests::request,
        asker.toString(),
        exportId);
  }

  @Override
  public Optional<SignatureRequest> find(LogEntry entry) {
    return sql.first(
        SELECT + "where r.log_entry = ?", SqlSignatureRequests::request, entry.toString());
  }

  @Override
  public void askedAgain(SignatureRequestId id, String thread) {
    sql.update(
        "update signature_request set thread = ?,"
            + " withdrawn_at = case state when 'WITHDRAWN' then withdrawn_at end"
            + " where request_id = ?",
        thread,
        id.uuid());
  }

  @Override
  public void withdrawn(SignatureRequestId id, Instant at) {
    sql.update(WITHDRAWN, at, id.uuid());
  }

  @Override
  public void signed(
      SignatureRequestId id, String signature, LogEntry entry, String by, Instant at) {
    sql.update(
        "update signature_request set state = 'SIGNED', signature = ?, log_entry = ?,"
            + " decided_by = ?, decided_at = ? where request_id = ?",
        signature,
        entry.toString(),
        by,
        at,
        id.uuid());
  }

  @Override
  public void refused(SignatureRequestId id, String reason, String by, Instant at) {
    sql.update(
        "update signature_request set state = 'REFUSED', reason = ?, decided_by = ?,"
            + " decided_at = ? where request_id = ?",
        reason,
        by,
        at,
        id.uuid());
  }

  private record Numbered(long number, SignatureRequest request) {}

  @Override
  public Page<SignatureRequest> newestFirst(
      PageRequest page, Optional<SignatureRequest.State> state) {
    List<Numbered> rows =
        sql.list(
            SELECT
                + "where r.number < ? and (?::text is null or r.state = ?)"
                + " order by r.number desc limit ?",
            row -> new Numbered(row.number("number"), request(row)),
            page.beforeNumber(),
            state.map(SignatureRequest.State::name),
            state.map(SignatureRequest.State::name),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number())).map(Numbered::request);
  }

  private static SignatureRequest request(Sql.Row row) throws SQLException {
    return new SignatureRequest(
        new ParticipantId(row.text("asker")),
        SignatureRequestBody.fromJson(StrictJson.parseKept(row.text("body"))),
        row.text("thread"),
        row.instant("received_at"),
        decided(row),
        row.optionalInstant("withdrawn_at"),
        row.optionalInstant("signed_before"));
  }

  private static Optional<SignatureRequest.Decided> decided(Sql.Row row) throws SQLException {
    Optional<String> by = row.optionalText("decided_by");
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SignatureRequest.Decided(
                by.get(),
                row.instant("decided_at"),
                row.optionalText("signature"),
                row.optionalText("reason")));
  }
}
