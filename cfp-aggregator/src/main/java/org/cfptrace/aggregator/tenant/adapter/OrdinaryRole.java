package org.cfptrace.aggregator.tenant.adapter;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.cfptrace.service.database.Sql;

/** A role that row-level security does not hold would see every tenant's rows: it cannot start. */
@ApplicationScoped
class OrdinaryRole {
  private static final String IS_ABOVE =
      "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";

  // Names alone, which instances and messages need before they know whose they are.
  private static final String OPEN_TABLES =
      """
      select c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
      where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
        and c.relname not in
          ('attested_declaration', 'declaration_holder', 'structure_holder', 'tenant_lease',
            'export_due')
      """;

  void check(@Observes @Priority(2) StartupEvent started, DataSource database) {
    if (new Sql(database).number(IS_ABOVE) > 0) {
      throw new IllegalStateException(
          "the database role is a superuser or bypasses row-level security,"
              + " and tenants would see each other: use an ordinary role that owns the database");
    }
    List<String> open = new Sql(database).list(OPEN_TABLES, row -> row.text("relname"));
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "row-level security is not forced on " + open + ", and tenants would see each other");
    }
  }
}
