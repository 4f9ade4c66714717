package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Fate;
import org.cfptrace.aggregator.tenant.ReplacedSources;
import org.cfptrace.service.database.Sql;

/**
 * Marks the exports that rest on what a company writes anew or takes out, and so tells its people.
 */
@ApplicationScoped
class SqlReplacedSources implements ReplacedSources {
  private static final String MARK =
      """
      insert into export_mark (export, declaration_id, source, kind, marked_at, told)
      select s.export, '', s.kind || ' ' || s.key, ?, ?,
        j.state not in ('SUPERSEDED', 'REVOKED')
      from unnest(?::text[], ?::text[]) as given (key, first)
        join export_source s on s.kind = ? and s.key = given.key
        join export_job j on j.id = s.export
      where j.period_to >= given.first::date
      on conflict do nothing
      """;

  private final Sql sql;

  SqlReplacedSources(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void replaced(Kind kind, List<Replaced> sources, Instant at) {
    mark(Fate.REPLACED, kind, sources, at);
  }

  @Override
  public void removed(Kind kind, String key, Instant at) {
    mark(Fate.REMOVED, kind, List.of(Replaced.always(key)), at);
  }

  private void mark(Fate fate, Kind kind, List<Replaced> sources, Instant at) {
    sql.update(
        MARK,
        fate,
        at,
        sources.stream().map(Replaced::key).toArray(String[]::new),
        sources.stream().map(it -> it.from().toString()).toArray(String[]::new),
        kind);
  }
}
