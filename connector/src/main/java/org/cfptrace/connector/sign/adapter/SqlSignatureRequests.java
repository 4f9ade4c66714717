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
      insert into signature_request (request_id, asker, export_id, reply_to, thread, body, state,
        received_at)
      values (?, ?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
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
            request.replyTo().uuid(),
            request.thread(),
            new String(StrictJson.write(request.body().toJson()), UTF_8),
            request.receivedAt())
        > 0;
  }

  @Override
  public Optional<SignatureRequest> find(SignatureRequestId id) {
    return sql.first(
        "select * from signature_request where request_id = ?",
        SqlSignatureRequests::request,
        id.uuid());
  }

  @Override
  public Optional<SignatureRequest> lock(SignatureRequestId id) {
    return sql.first(
        "select * from signature_request where request_id = ? for update",
        SqlSignatureRequests::request,
        id.uuid());
  }

  @Override
  public Optional<SignatureRequest> lock(ParticipantId asker, String exportId) {
    return sql.first(
        "select * from signature_request where asker = ? and export_id = ? for update",
        SqlSignatureRequests::request,
        asker.toString(),
        exportId);
  }

  @Override
  public Optional<SignatureRequest> find(LogEntry entry) {
    return sql.first(
        "select * from signature_request where log_entry = ?",
        SqlSignatureRequests::request,
        entry.toString());
  }

  @Override
  public void askedAgain(SignatureRequestId id, SignatureRequestId replyTo, String thread) {
    sql.update(
        "update signature_request set reply_to = ?, thread = ? where request_id = ?",
        replyTo.uuid(),
        thread,
        id.uuid());
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
            "select * from signature_request where number < ? and (?::text is null or state = ?)"
                + " order by number desc limit ?",
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
        SignatureRequestBody.fromJson(StrictJson.parseCarrier(row.text("body").getBytes(UTF_8))),
        new SignatureRequestId(row.uuid("reply_to")),
        row.text("thread"),
        row.instant("received_at"),
        decided(row));
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
