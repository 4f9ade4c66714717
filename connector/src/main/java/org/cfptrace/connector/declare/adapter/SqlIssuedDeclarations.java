package org.cfptrace.connector.declare.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.wiring.StoredClaims;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
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
        period_to, statement_id, figure, token, claims, opening, view, shown, message_id, issued_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LATEST =
      """
      select declaration_id, figure from issued_declaration
      where audience = 'SELF' and trace_id = ? and period_from = ? and period_to = ?
      order by number desc limit 1
      """;
  private static final String SELECT =
      """
      select d.*, o.state, o.attempts, o.sent_at, o.settled_at, o.reason
      from issued_declaration d left join outbox o on o.message_id = d.message_id
      """;

  private final Sql sql;

  public SqlIssuedDeclarations(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
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
        made.messageId(),
        at);
  }

  @Override
  public Optional<DeclarationId> latestStatement(TraceId product, Period period, String figure) {
    return sql.first(
            LATEST,
            row -> Map.entry(row.text("figure"), row.text("declaration_id")),
            product.uuid(),
            period.from(),
            period.to())
        .filter(latest -> latest.getKey().equals(figure))
        .map(latest -> new DeclarationId(latest.getValue()));
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
            page.after().map(SqlIssuedDeclarations::number).orElse(Long.MAX_VALUE),
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
        row.instant("issued_at"),
        delivery(row));
  }

  private static Optional<Delivery> delivery(Sql.Row row) throws SQLException {
    Optional<String> state = row.optionalText("state");
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

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }
}
