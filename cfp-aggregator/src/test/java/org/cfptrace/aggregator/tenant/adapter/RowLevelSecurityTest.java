package org.cfptrace.aggregator.tenant.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.Test;

/** No table of a company's data is without its wall: a table that is added without one is found. */
class RowLevelSecurityTest {
  /** Which company has anything here, and what is due for whom: ids alone, on purpose. */
  private static final List<String> IDS_ALONE =
      List.of(
          "attested_declaration",
          "declaration_holder",
          "export_due",
          "structure_holder",
          "tenant_lease");

  private static final String WALLS =
      """
      select c.relname, c.relrowsecurity, c.relforcerowsecurity,
        coalesce((
          select string_agg(p.qual, ' or ') from pg_policies p
          where p.schemaname = 'public' and p.tablename = c.relname), 'none') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
        select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
      order by c.relname
      """;

  private record Wall(String table, boolean isOn, boolean isForced, String policies) {}

  @Test
  void everyTableOfACompanysDataShowsThatCompanysRowsAloneToItsOwnerToo() {
    try (RealTables tables = RealTables.upTo("latest")) {
      List<Wall> walls =
          new Sql(tables.database())
              .list(
                  WALLS,
                  row ->
                      new Wall(
                          row.text("relname"),
                          row.flag("relrowsecurity"),
                          row.flag("relforcerowsecurity"),
                          row.text("policies")));

      assertThat(walls).extracting(Wall::table).containsAll(IDS_ALONE).contains("declaration");
      assertThat(walls)
          .filteredOn(wall -> !IDS_ALONE.contains(wall.table()))
          .hasSizeGreaterThan(20)
          .allSatisfy(
              wall -> {
                assertThat(wall.isOn()).as(wall.table()).isTrue();
                assertThat(wall.isForced()).as(wall.table()).isTrue();
                assertThat(wall.policies())
                    .as(wall.table())
                    .isEqualTo("(tenant = current_setting('cfptrace.tenant'::text, true))");
              });
    }
  }

  @Test
  void theServiceStartsOnTheseTablesAsAnOrdinaryRole() {
    try (RealTables tables = RealTables.upTo("latest")) {
      assertThatCode(() -> new OrdinaryRole().check(new StartupEvent(), tables.database()))
          .doesNotThrowAnyException();
    }
  }
}
