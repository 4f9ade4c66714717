package org.cfptrace.connector.emission.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.OwnEmissions;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Postings of own emissions in PostgreSQL. */
@ApplicationScoped
class OwnEmissionsTable
    implements EmissionsLedger, ProductUse, PanacheRepositoryBase<OwnEmissionsRow, Long> {
  // A figure serves later periods until its own has been over for this long.
  private static final int MONTHS_IN_FORCE = 36;
  private static final String FURTHEST_FIRST =
      " order by periodTo desc, periodFrom desc, number desc";

  @Override
  @Transactional
  public void add(OwnEmissions posting) {
    persist(OwnEmissionsRow.of(posting));
    flush();
  }

  @Override
  @Transactional
  public Page<OwnEmissions> of(TraceId product, PageRequest page) {
    long before = page.beforeNumber();
    var rows =
        find("traceId = ?1 and number < ?2 order by number desc", product.uuid(), before)
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.number.toString()).map(OwnEmissionsRow::posting);
  }

  @Override
  @Transactional
  public Optional<OwnEmissions> inForce(TraceId product, Period period) {
    return find(
            "traceId = ?1 and periodFrom <= ?2 and periodTo >= ?3" + FURTHEST_FIRST,
            product.uuid(),
            period.to(),
            period.to().minusMonths(MONTHS_IN_FORCE))
        .firstResultOptional()
        .map(OwnEmissionsRow::posting);
  }

  @Override
  @Transactional
  public Optional<Period> latestPeriod(TraceId product) {
    return find("traceId = ?1" + FURTHEST_FIRST, product.uuid())
        .firstResultOptional()
        .map(row -> new Period(row.periodFrom, row.periodTo));
  }

  @Override
  @Transactional
  public Optional<String> of(TraceId product) {
    return count("traceId", product.uuid()) > 0
        ? Optional.of("emissions were posted for it")
        : Optional.empty();
  }
}
