package org.cfptrace.aggregator.battery.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.ClassSchemes;
import org.cfptrace.service.database.Sql;

/** Performance-class schemes in PostgreSQL; the tenant is the one whose work is under way. */
@ApplicationScoped
class SqlClassSchemes implements ClassSchemes {
  private static final String ADD =
      """
      insert into battery_class_scheme (category, version, valid_from, body, added_at)
      values (?, ?, ?, cast(? as jsonb), ?) on conflict do nothing
      """;
  private static final String ALL =
      "select body from battery_class_scheme order by valid_from desc, added_at desc, version desc";

  private final Sql sql;
  private final Kept<SchemeForm> kept;
  private final Clock clock;

  SqlClassSchemes(DataSource database, ObjectMapper json, Clock clock) {
    this.sql = new Sql(database);
    this.kept = new Kept<>(json, SchemeForm.class);
    this.clock = clock;
  }

  @Override
  public List<ClassScheme> all() {
    return sql.list(ALL, row -> kept.read(row.text("body")).scheme());
  }

  @Override
  public boolean add(ClassScheme scheme) {
    return sql.update(
            ADD,
            scheme.category(),
            scheme.version(),
            scheme.validFrom(),
            kept.write(SchemeForm.of(scheme)),
            clock.instant())
        > 0;
  }
}
