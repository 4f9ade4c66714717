package org.cfptrace.connector.receive.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.wiring.StoredClaims;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * Received declarations in PostgreSQL. The token is kept byte for byte; the claims it shows are
 * kept beside it, because they were verified when it came in and are read far more often than that.
 */
public final class SqlReceivedDeclarations implements ReceivedDeclarations {
  private static final String ADD =
      """
      insert into received_declaration (declaration_id, issuer, jti, trace_id, product_name, unit,
        period_from, period_to, valid_until, token, claims, commitment, opening, supersedes,
        message_id, issued_at, received_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (declaration_id) do nothing
      """;
  private static final String WIDEN =
      """
      update received_declaration set token = ?, claims = ?, opening = coalesce(opening, ?)
      where declaration_id = ?
      """;
  // One that was recalled stays so; the issuer's own word alone supersedes.
  private static final String SUPERSEDE =
      """
      update received_declaration set state = 'SUPERSEDED', superseded_by = ?, state_at = ?
      where declaration_id = ? and issuer = ? and state = 'ACTIVE'
      """;
  // What comes after its own correction, out of quarantine, is not the newer word. Only now can it
  // be told that both speak of the same product and period.
  private static final String CORRECTED_ALREADY =
      """
      update received_declaration old set state = 'SUPERSEDED', superseded_by = (
        select later.declaration_id from received_declaration later
        where later.supersedes = old.declaration_id and later.issuer = old.issuer
          and later.trace_id = old.trace_id and later.period_from = old.period_from
          and later.period_to = old.period_to
        order by later.number desc limit 1), state_at = ?
      where old.declaration_id = ? and old.state = 'ACTIVE' and exists (
        select 1 from received_declaration later
        where later.supersedes = old.declaration_id and later.issuer = old.issuer
          and later.trace_id = old.trace_id and later.period_from = old.period_from
          and later.period_to = old.period_to)
      """;
  private static final String RECALL =
      """
      update received_declaration set state = 'RECALLED', state_reason = ?, state_at = ?
      where declaration_id = ? and issuer = ? and state <> 'RECALLED'
      """;
  private static final String CAME_SINCE =
      """
      select coalesce(sum(least(came, ?)), 0) from (
        select count(distinct d.declaration_id) as came
        from line_source s
        join received_declaration d on d.issuer = s.partner and d.trace_id = s.supplier_trace_id
        where s.trace_id = any(?) and d.issuer <> ? and d.received_at >= ?
        group by d.issuer, d.trace_id) of_each
      """;
  private static final String STANDING =
      """
      select period_from, period_to from received_declaration
      where issuer = ? and trace_id = ? and state = 'ACTIVE' and opening is not null
      order by period_to desc, number desc limit 100
      """;
  private static final String SELECT =
      """
      select d.*, exists (
        select 1 from line_source s
        where s.partner = d.issuer and s.supplier_trace_id = d.trace_id) as linked
      from received_declaration d
      """;

  private final Sql sql;

  public SqlReceivedDeclarations(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<String> idOf(ParticipantId issuer, String jti) {
    return sql.first(
        "select declaration_id from received_declaration where issuer = ? and jti = ?",
        row -> row.text("declaration_id"),
        issuer.toString(),
        jti);
  }

  @Override
  public void keep(VerifiedDeclaration declaration, String messageId, Instant at) {
    if (add(declaration, messageId, at) == 0) {
      widen(declaration);
    } else {
      sql.update(CORRECTED_ALREADY, at, declaration.id().value());
    }
    declaration
        .supersedes()
        .ifPresent(
            old ->
                sql.update(
                    SUPERSEDE,
                    declaration.id().value(),
                    at,
                    old.declarationId().value(),
                    declaration.issuer().toString()));
  }

  @Override
  public Optional<ReceivedDeclaration> recall(
      ParticipantId issuer, DeclarationId id, String reason, Instant at) {
    int recalled = sql.update(RECALL, reason, at, id.value(), issuer.toString());
    return recalled == 0 ? Optional.empty() : find(id);
  }

  @Override
  public long cameSince(
      Instant since, Collection<TraceId> buyers, ParticipantId except, int mostOfEach) {
    return sql.number(
        CAME_SINCE,
        mostOfEach,
        (Object) buyers.stream().map(TraceId::uuid).toArray(UUID[]::new),
        except.toString(),
        since);
  }

  @Override
  public Optional<String> threadOf(ParticipantId issuer, TraceId product) {
    return sql.first(
        """
        select m.thread from received_declaration d
        join incoming_message m on m.sender = d.issuer and m.message_id = d.message_id
        where d.issuer = ? and d.trace_id = ? order by d.number desc limit 1
        """,
        row -> row.text("thread"),
        issuer.toString(),
        product.uuid());
  }

  @Override
  public Optional<Seen.Earlier> earlier(DeclarationId id) {
    return sql.first(
        "select issuer, trace_id, period_from, period_to, supersedes from received_declaration"
            + " where declaration_id = ?",
        row ->
            new Seen.Earlier(
                new ParticipantId(row.text("issuer")),
                new TraceId(row.uuid("trace_id")),
                new Period(row.date("period_from"), row.date("period_to")),
                row.optionalText("supersedes").map(DeclarationId::new)),
        id.value());
  }

  @Override
  public List<Period> standing(ParticipantId issuer, TraceId product) {
    return sql.list(
        STANDING,
        row -> new Period(row.date("period_from"), row.date("period_to")),
        issuer.toString(),
        product.uuid());
  }

  private int add(VerifiedDeclaration declaration, String messageId, Instant at) {
    ProductClaim product = declaration.product().orElseThrow();
    PeriodClaim period = declaration.period().orElseThrow();
    return sql.update(
        ADD,
        declaration.id().value(),
        declaration.issuer().toString(),
        declaration.jti(),
        product.traceId().uuid(),
        product.productName(),
        product.unit().text(),
        period.period().from(),
        period.period().to(),
        period.validUntil(),
        declaration.bytes(),
        StoredClaims.write(claims(declaration).values()),
        declaration.commitment().encoded(),
        declaration.opening().map(SqlReceivedDeclarations::text),
        declaration.supersedes().map(claim -> claim.declarationId().value()),
        messageId,
        declaration.issuedAt(),
        at);
  }

  /** The same declaration with other disclosures: sets are united, nothing is taken back. */
  private void widen(VerifiedDeclaration declaration) {
    Stored before =
        sql.first(
                "select token, claims from received_declaration where declaration_id = ?"
                    + " for update",
                row -> new Stored(new String(row.bytes("token"), US_ASCII), row.text("claims")),
                declaration.id().value())
            .orElseThrow(() -> new IllegalStateException("a declaration cannot vanish"));
    Map<ClaimName, Claim> claims = new EnumMap<>(StoredClaims.read(before.claims()));
    claims.putAll(claims(declaration));
    sql.update(
        WIDEN,
        united(before.token(), new String(declaration.bytes(), US_ASCII)).getBytes(US_ASCII),
        StoredClaims.write(claims.values()),
        declaration.opening().map(SqlReceivedDeclarations::text),
        declaration.id().value());
  }

  @Override
  public Optional<ReceivedDeclaration> find(DeclarationId id) {
    return sql.first(
        SELECT + " where d.declaration_id = ?", SqlReceivedDeclarations::declaration, id.value());
  }

  @Override
  public Optional<String> token(DeclarationId id) {
    return sql.first(
        "select token from received_declaration where declaration_id = ?",
        row -> new String(row.bytes("token"), US_ASCII),
        id.value());
  }

  @Override
  public List<ReceivedDeclaration> of(ParticipantId issuer, TraceId product) {
    return sql.list(
        SELECT
            + " where d.issuer = ? and d.trace_id = ?"
            + " order by d.period_to desc, d.number desc limit 1000",
        SqlReceivedDeclarations::declaration,
        issuer.toString(),
        product.uuid());
  }

  @Override
  public Page<ReceivedDeclaration> newestFirst(PageRequest page, Optional<Boolean> isLinked) {
    List<ReceivedDeclaration> rows =
        sql.list(
            "select * from ("
                + SELECT
                + ") all_of_them where number < ? and (?::boolean is null or linked = ?)"
                + " order by number desc limit ?",
            SqlReceivedDeclarations::declaration,
            page.beforeNumber(),
            isLinked,
            isLinked,
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static Map<ClaimName, Claim> claims(VerifiedDeclaration declaration) {
    Map<ClaimName, Claim> claims = new EnumMap<>(ClaimName.class);
    declaration
        .shown()
        .forEach(name -> declaration.claim(name).ifPresent(claim -> claims.put(name, claim)));
    return claims;
  }

  private static String united(String before, String now) {
    Set<String> parts = new LinkedHashSet<>(List.of(before.split("~")));
    List<String> more = new ArrayList<>(List.of(now.split("~")));
    // The signed part comes first in both; two signatures over one input are the same declaration.
    more.remove(0);
    parts.addAll(more);
    return String.join("~", parts) + "~";
  }

  private static String text(CommitmentOpening opening) {
    return new String(StrictJson.write(opening.toJson()), UTF_8);
  }

  private static ReceivedDeclaration declaration(Sql.Row row) throws SQLException {
    return new ReceivedDeclaration(
        row.number("number"),
        new DeclarationId(row.text("declaration_id")),
        new ParticipantId(row.text("issuer")),
        StoredClaims.read(row.text("claims")),
        Commitment.parse(row.text("commitment")),
        row.optionalText("opening")
            .map(text -> CommitmentOpening.fromJson(StrictJson.parse(text.getBytes(UTF_8)))),
        row.instant("issued_at"),
        row.instant("received_at"),
        new Standing(
            Standing.State.valueOf(row.text("state")),
            row.optionalText("superseded_by").map(DeclarationId::new),
            row.optionalText("state_reason"),
            row.optionalInstant("state_at")),
        row.flag("linked"));
  }

  private record Stored(String token, String claims) {}
}
