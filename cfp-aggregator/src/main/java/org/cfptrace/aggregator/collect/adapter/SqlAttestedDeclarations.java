package org.cfptrace.aggregator.collect.adapter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.AuditorsWord;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/** What carries an auditor's word, in PostgreSQL. */
public final class SqlAttestedDeclarations implements AttestedDeclarations {
  private static final String TO_JUDGE =
      """
      select tenant, declaration_id, wanted from attested_declaration
      where judged < wanted and (declaration_id, tenant) > (?, ?)
      order by declaration_id, tenant limit ?
      """;
  private static final String ATTACHED =
      """
      select issuer, trace_id, period_from, period_to, claims from declaration
      where declaration_id = ?
      """;
  // Before the other row, as whoever keeps a declaration takes them.
  private static final String LOCK =
      "select issuer, trace_id from declaration where declaration_id = ? for update";
  // Where it was wanted again meanwhile, the judgement may rest on what holds no more.
  private static final String NOTE =
      """
      update attested_declaration set judged = wanted, auditor = ?
      where tenant = ? and declaration_id = ? and wanted = ? and judged < wanted
      """;
  private static final String KEEP =
      """
      update declaration set audited_by = ?, audited_percent = ?::numeric, audit_doubts = ?
      where declaration_id = ?
      """;
  // Nobody knows yet whose word it is that has not been judged: it may be this auditor's.
  private static final String JUDGE_AGAIN =
      """
      update attested_declaration set wanted = wanted + 1
      where auditor = ? or judged < wanted
      """;

  private final Sql sql;
  private final Tenancy tenancy;
  private final FigureChanges changes;

  public SqlAttestedDeclarations(Sql sql, Tenancy tenancy, FigureChanges changes) {
    this.sql = requireNonNull(sql, "sql");
    this.tenancy = requireNonNull(tenancy, "tenancy");
    this.changes = requireNonNull(changes, "changes");
  }

  @Override
  public List<ToJudge> toJudge(Optional<ToJudge> after, int most) {
    return sql.list(
        TO_JUDGE,
        row ->
            new ToJudge(
                new Tenant(new ParticipantId(row.text("tenant"))),
                new DeclarationId(row.text("declaration_id")),
                row.number("wanted")),
        after.map(last -> last.declaration().value()).orElse(""),
        after.map(last -> last.tenant().did()).orElse(""),
        most);
  }

  @Override
  public Optional<Attached> attached(ToJudge one) {
    return tenancy.as(
        one.tenant(),
        () ->
            sql.first(
                ATTACHED,
                row ->
                    new Attached(
                        new ParticipantId(row.text("issuer")),
                        new TraceId(row.uuid("trace_id")),
                        new Period(row.date("period_from"), row.date("period_to")),
                        word(row.text("claims"))),
                one.declaration().value()));
  }

  private static JsonNode word(String claims) {
    return StrictJson.parseKept(claims).path(ClaimName.ATTEST.jsonName());
  }

  @Override
  public boolean judged(ToJudge one, AuditorsWord word) {
    return tenancy.as(
        one.tenant(),
        () ->
            sql.first(LOCK, SqlAttestedDeclarations::product, one.declaration().value())
                .filter(product -> note(one, word))
                .map(
                    product -> {
                      keep(one, word);
                      changes.note(one.tenant(), product);
                      return product;
                    })
                .isPresent());
  }

  private static SupplierProduct product(Sql.Row row) throws SQLException {
    return new SupplierProduct(
        new ParticipantId(row.text("issuer")), new TraceId(row.uuid("trace_id")));
  }

  private boolean note(ToJudge one, AuditorsWord word) {
    return sql.update(
            NOTE,
            word.auditor().map(ParticipantId::did),
            one.tenant().did(),
            one.declaration().value(),
            one.wanted())
        > 0;
  }

  private void keep(ToJudge one, AuditorsWord word) {
    sql.update(
        KEEP,
        word.auditor().map(ParticipantId::did),
        word.verified().map(Coverage::text),
        Optional.of(names(word)).filter(names -> !names.isEmpty()),
        one.declaration().value());
  }

  private static String names(AuditorsWord word) {
    return word.doubts().stream().map(Doubt::name).collect(Collectors.joining(","));
  }

  @Override
  public void judgeAgain(ParticipantId auditor) {
    sql.update(JUDGE_AGAIN, auditor.did());
  }
}
