package org.cfptrace.connector.declare.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.wiring.StoredClaims;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.OwnEntries;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.adapter.SqlOwnEntries;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/**
 * Issued declarations in PostgreSQL, byte for byte; only what a list shows is read back: inputs
 * stay where they are.
 */
public final class SqlIssuedDeclarations implements IssuedDeclarations {
  private static final String KEEP =
      """
      insert into issued_declaration (declaration_id, audience, recipient, trace_id, period_from,
        period_to, statement_id, figure, token, claims, opening, view, shown, cause, message_id,
        issued_at, valid_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SELECT =
      """
      select d.*, o.state as delivery, o.attempts, o.sent_at, o.settled_at, o.reason
      from issued_declaration d left join outbox o on o.message_id = d.message_id
      """;

  private final Sql sql;
  private final OwnEntries log;

  public SqlIssuedDeclarations(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
    this.log = new SqlOwnEntries(sql);
  }

  @Override
  public void keep(Made made, Instant at) {
    // Inputs are in the token for an auditor; beside it they would only make lists slow.
    List<Claim> listed =
        made.claims().stream().filter(claim -> claim.name() != ClaimName.INPUTS).toList();
    sql.update(
        KEEP,
        made.signed().id().value(),
        made.audience(),
        made.recipient().toString(),
        made.product().uuid(),
        made.period().from(),
        made.period().to(),
        made.statement().map(DeclarationId::value),
        made.figure(),
        made.signed().bytes(),
        StoredClaims.write(listed),
        new String(StrictJson.write(made.signed().opening().toJson()), UTF_8),
        made.view().getBytes(US_ASCII),
        made.shown().stream().map(ClaimName::jsonName).sorted().toArray(String[]::new),
        made.cause(),
        made.messageId(),
        at,
        made.validUntil());
    // What is declared is on its way into the public log from here on.
    log.add(
        made.signed().id(),
        made.audience() == Audience.SELF ? Optional.empty() : Optional.of(made.recipient()),
        made.product(),
        at);
  }

  @Override
  public void lock(TraceId product, ParticipantId recipient) {
    sql.number(
        "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
        "declare " + product + " " + recipient);
  }

  @Override
  public Optional<IssuedDeclaration> lastWord(
      TraceId product, ParticipantId recipient, Period period) {
    return sql.first(
        SELECT
            + " where d.trace_id = ? and d.recipient = ? and d.period_from = ? and d.period_to = ?"
            + " order by d.number desc limit 1",
        SqlIssuedDeclarations::declaration,
        product.uuid(),
        recipient.toString(),
        period.from(),
        period.to());
  }

  @Override
  public List<IssuedDeclaration> standing(TraceId product, ParticipantId recipient) {
    return sql.list(
        SELECT
            + " where d.trace_id = ? and d.recipient = ? and d.state = 'ACTIVE'"
            + " order by d.period_to desc, d.number desc limit 100",
        SqlIssuedDeclarations::declaration,
        product.uuid(),
        recipient.toString());
  }

  @Override
  public List<IssuedDeclaration> standingCopies(TraceId product) {
    return sql.list(
        SELECT
            + " where d.trace_id = ? and d.audience <> 'SELF' and d.state = 'ACTIVE'"
            + " order by d.number limit 10000",
        SqlIssuedDeclarations::declaration,
        product.uuid());
  }

  @Override
  public List<IssuedDeclaration> standingCopiesOf(DeclarationId statement) {
    return sql.list(
        SELECT + " where d.statement_id = ? and d.state = 'ACTIVE' order by d.number limit 10000",
        SqlIssuedDeclarations::declaration,
        statement.value());
  }

  @Override
  public List<IssuedDeclaration> recalledWith(DeclarationId id) {
    return sql.list(
        SELECT
            + " where (d.declaration_id = ? or d.statement_id = ?) and d.audience <> 'SELF'"
            + " and d.state = 'RECALLED' order by d.number limit 10000",
        SqlIssuedDeclarations::declaration,
        id.value(),
        id.value());
  }

  @Override
  public long automaticSince(TraceId product, ParticipantId recipient, Instant since) {
    return sql.number(
        "select count(*) from issued_declaration"
            + " where trace_id = ? and recipient = ? and cause = 'AUTOMATIC' and issued_at >= ?",
        product.uuid(),
        recipient.toString(),
        since);
  }

  @Override
  public void supersede(DeclarationId old, DeclarationId by, Instant at) {
    sql.update(
        "update issued_declaration set state = 'SUPERSEDED', superseded_by = ?, state_at = ?"
            + " where declaration_id = ? and state = 'ACTIVE'",
        by.value(),
        at,
        old.value());
    log.fell(old, PublicLog.StatusBit.SUPERSEDED, at);
  }

  @Override
  public void recall(DeclarationId id, String reason, Instant at) {
    sql.update(
        "update issued_declaration set state = 'RECALLED', state_reason = ?, state_at = ?"
            + " where declaration_id = ? and state = 'ACTIVE'",
        reason,
        at,
        id.value());
    log.fell(id, PublicLog.StatusBit.RECALLED, at);
  }

  @Override
  public Optional<Kept> kept(DeclarationId id) {
    return sql.first(
        "select token, opening from issued_declaration where declaration_id = ?",
        row ->
            new Kept(
                row.bytes("token"),
                CommitmentOpening.fromJson(StrictJson.parse(row.text("opening").getBytes(UTF_8)))),
        id.value());
  }

  @Override
  public void showMore(DeclarationId id, String view, Set<ClaimName> shown, UUID messageId) {
    sql.update(
        "update issued_declaration set view = ?, shown = ?, message_id = ? where declaration_id = ?",
        view.getBytes(US_ASCII),
        shown.stream().map(ClaimName::jsonName).sorted().toArray(String[]::new),
        messageId,
        id.value());
  }

  @Override
  public Optional<IssuedDeclaration> find(DeclarationId id) {
    return sql.first(
        SELECT + " where d.declaration_id = ?", SqlIssuedDeclarations::declaration, id.value());
  }

  @Override
  public Page<IssuedDeclaration> newestFirst(PageRequest page) {
    List<IssuedDeclaration> rows =
        sql.list(
            SELECT + " where d.number < ? order by d.number desc limit ?",
            SqlIssuedDeclarations::declaration,
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static IssuedDeclaration declaration(Sql.Row row) throws SQLException {
    return new IssuedDeclaration(
        row.number("number"),
        new DeclarationId(row.text("declaration_id")),
        Audience.valueOf(row.text("audience")),
        new ParticipantId(row.text("recipient")),
        row.optionalText("statement_id").map(DeclarationId::new),
        StoredClaims.read(row.text("claims")),
        Arrays.stream(row.texts("shown"))
            .map(name -> ClaimName.ofJsonName(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        row.text("figure"),
        standing(row),
        row.instant("issued_at"),
        delivery(row));
  }

  private static Standing standing(Sql.Row row) throws SQLException {
    return new Standing(
        Standing.State.valueOf(row.text("state")),
        row.optionalText("superseded_by").map(DeclarationId::new),
        row.optionalText("state_reason"),
        row.optionalInstant("state_at"));
  }

  private static Optional<Delivery> delivery(Sql.Row row) throws SQLException {
    Optional<String> state = row.optionalText("delivery");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Delivery(
            DeliveryState.valueOf(state.get()),
            (int) row.number("attempts"),
            row.optionalInstant("sent_at"),
            row.optionalInstant("settled_at"),
            row.optionalText("reason")));
  }
}
