package org.cfptrace.connector.trade.adapter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** A product that was asked about, or for whose parts we have asked, stays. */
@ApplicationScoped
class RequestedProducts implements ProductUse {
  private static final String RELYING =
      """
      select count(*) from footprint_request
      where (linked_trace_id = ? and side = 'ANSWERER' or trace_id = ? and side = 'ASKER')
        and state in ('ASKED', 'LINKED', 'ANSWERED')
      """;

  private final Sql sql;

  RequestedProducts(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  @Override
  public Optional<String> of(TraceId product) {
    long requests = sql.number(RELYING, product.uuid(), product.uuid());
    return requests == 0
        ? Optional.empty()
        : Optional.of(requests + " requests for footprints rest on it");
  }
}
