package org.cfptrace.connector.audit.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.Told;
import org.cfptrace.connector.audit.SeenStatements;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;
import org.jspecify.annotations.Nullable;

/** What audits were shown, in PostgreSQL: thousands of declarations in one statement. */
public final class SqlSeenStatements implements SeenStatements {
  private static final String KEEP =
      """
      insert into audit_statement (audit_id, declaration_id, statement_id, company, trace_id,
        period_from, period_to, token, proof)
      select ?, id, statement, company, product::uuid, since::date, until::date, token, proof
      from unnest(?, ?, ?, ?, ?, ?, ?, ?)
        as seen (id, statement, company, product, since, until, token, proof)
      on conflict do nothing
      """;

  private static final String UNLIKE =
      """
      with told as (
        select id, statement, company, product::uuid, since::date, until::date
        from unnest(?, ?, ?, ?, ?, ?) as told (id, statement, company, product, since, until))
      select distinct on (declaration_id, statement_id) * from (
        select s.* from told join audit_statement s
          on s.company = told.company and s.trace_id = told.product
          and s.period_from = told.since and s.period_to = told.until
        where s.declaration_id = s.statement_id and s.statement_id <> told.statement
        union all
        select s.* from told join audit_statement s on s.declaration_id = told.id
        where s.statement_id <> told.statement) other
      where audit_id <> ?
      order by declaration_id, statement_id
      """;

  private final Sql sql;

  public SqlSeenStatements(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void keep(UUID audit, List<Seen> seen) {
    List<Told> told = seen.stream().map(Seen::of).toList();
    sql.update(
        KEEP,
        audit,
        texts(seen, each -> each.declaration().value()),
        texts(told, each -> each.statement().value()),
        texts(told, each -> each.company().toString()),
        texts(told, each -> each.product().uuid().toString()),
        texts(told, each -> each.period().from().toString()),
        texts(told, each -> each.period().to().toString()),
        texts(seen, each -> each.word().declaration()),
        texts(seen, each -> proof(each.word())));
  }

  @Override
  public List<EarlierWord> unlike(UUID audit, List<Told> told) {
    return sql.list(
        UNLIKE,
        SqlSeenStatements::word,
        texts(told, each -> each.declaration().value()),
        texts(told, each -> each.statement().value()),
        texts(told, each -> each.company().toString()),
        texts(told, each -> each.product().uuid().toString()),
        texts(told, each -> each.period().from().toString()),
        texts(told, each -> each.period().to().toString()),
        audit);
  }

  private static <T> String[] texts(List<T> of, Function<T, @Nullable String> text) {
    return of.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable String proof(EarlierWord word) {
    return word.proof()
        .map(proof -> new String(StrictJson.write(proof.toJson()), UTF_8))
        .orElse(null);
  }

  private static EarlierWord word(Sql.Row row) throws SQLException {
    return new EarlierWord(
        new ParticipantId(row.text("company")),
        row.text("token"),
        row.optionalText("proof").map(json -> LoggedEntry.fromJson(StrictJson.parseKept(json))));
  }
}
