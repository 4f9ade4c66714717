package org.cfptrace.aggregator.battery.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cfptrace.aggregator.battery.FunctionalUnitRuleSets;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;
import org.cfptrace.service.database.Sql;

/**
 * Rules of the functional unit: a tenant's own in PostgreSQL, before those that come with the
 * program where both are valid from one day.
 */
@ApplicationScoped
class SqlFunctionalUnitRuleSets implements FunctionalUnitRuleSets {
  private static final String ADD =
      """
      insert into battery_functional_unit_rules (category, version, valid_from, body, added_at)
      values (?, ?, ?, cast(? as jsonb), ?) on conflict do nothing
      """;
  private static final String ALL =
      """
      select body from battery_functional_unit_rules
      order by valid_from desc, added_at desc, version desc
      """;

  private final Sql sql;
  private final Kept<RulesForm> kept;
  private final Clock clock;
  private final List<FunctionalUnitRules> builtIn = BuiltInRules.all();

  SqlFunctionalUnitRuleSets(DataSource database, ObjectMapper json, Clock clock) {
    this.sql = new Sql(database);
    this.kept = new Kept<>(json, RulesForm.class);
    this.clock = clock;
  }

  @Override
  public List<FunctionalUnitRules> all() {
    List<FunctionalUnitRules> own = sql.list(ALL, row -> kept.read(row.text("body")).rules());
    // Sorting keeps the order of those that begin on one day.
    return Stream.concat(own.stream(), builtIn.stream())
        .sorted(Comparator.comparing(FunctionalUnitRules::validFrom).reversed())
        .toList();
  }

  @Override
  public boolean add(FunctionalUnitRules rules) {
    boolean isBuiltIn =
        builtIn.stream()
            .anyMatch(
                it -> it.category() == rules.category() && it.version().equals(rules.version()));
    return !isBuiltIn
        && sql.update(
                ADD,
                rules.category(),
                rules.version(),
                rules.validFrom(),
                kept.write(RulesForm.of(rules)),
                clock.instant())
            > 0;
  }
}
