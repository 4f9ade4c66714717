package org.cfptrace.connector.declare.adapter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** A product whose footprint was declared stays: others have its trace id in their books. */
@ApplicationScoped
class DeclaredProducts implements ProductUse {
  private final Sql sql;

  DeclaredProducts(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  @Override
  public Optional<String> of(TraceId product) {
    long declared =
        sql.number("select count(*) from issued_declaration where trace_id = ?", product.uuid());
    return declared == 0
        ? Optional.empty()
        : Optional.of("its footprint was declared (" + declared + " declarations)");
  }
}
