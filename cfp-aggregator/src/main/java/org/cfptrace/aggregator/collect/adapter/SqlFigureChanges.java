package org.cfptrace.aggregator.collect.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.database.Sql;

/** What is to be added up anew, in PostgreSQL: a message may be taken by any instance. */
@ApplicationScoped
class SqlFigureChanges implements FigureChanges {
  private final Tenancy tenancy;
  private final Sql sql;

  SqlFigureChanges(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void note(Tenant tenant, SupplierProduct product) {
    String issuer = product.partner().did();
    UUID id = product.product().uuid();
    tenancy.doAs(
        tenant,
        () -> {
          // Once is enough: nobody may come to take it for a long time.
          sql.update("delete from figure_change where issuer = ? and trace_id = ?", issuer, id);
          sql.update("insert into figure_change (issuer, trace_id) values (?, ?)", issuer, id);
        });
  }

  @Override
  public Set<SupplierProduct> take(Tenant tenant) {
    return tenancy.as(
        tenant,
        () ->
            sql
                .list(
                    "delete from figure_change returning issuer, trace_id",
                    row ->
                        new SupplierProduct(
                            new ParticipantId(row.text("issuer")),
                            new TraceId(row.uuid("trace_id"))))
                .stream()
                .collect(Collectors.toSet()));
  }
}
