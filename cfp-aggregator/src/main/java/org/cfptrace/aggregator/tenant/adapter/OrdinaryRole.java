package org.cfptrace.aggregator.tenant.adapter;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.cfptrace.service.database.Sql;

/** A role that row-level security does not hold would see every tenant's rows: it cannot start. */
@ApplicationScoped
class OrdinaryRole {
  private static final String IS_ABOVE =
      "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";

  void check(@Observes @Priority(2) StartupEvent started, DataSource database) {
    if (new Sql(database).number(IS_ABOVE) > 0) {
      throw new IllegalStateException(
          "the database role is a superuser or bypasses row-level security,"
              + " and tenants would see each other: use an ordinary role that owns the database");
    }
  }
}
