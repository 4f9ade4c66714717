package org.cfptrace.aggregator.gx.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.gx.CertificateId;
import org.cfptrace.aggregator.gx.Entry;
import org.cfptrace.aggregator.gx.LedgerEntries;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.ProductLot;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** The ledger in PostgreSQL, entry by entry; used inside of one tenant's work only. */
@ApplicationScoped
class SqlLedgerEntries implements LedgerEntries {
  private static final String ALL = "select * from gx_entry where pool_id = ? order by number";
  private static final String SOME =
      "select * from gx_entry where pool_id = ? and number > ? order by number limit ?";
  // Of a certificate of this very id in another pool one waits for the end, and then adds nothing.
  private static final String ADD =
      """
      insert into gx_entry
        (kind, certificate_id, product_lot, site, method, mass, reduction, cause, note,
         pool_id, number, cfp_before_numerator, cfp_before_denominator, noted_at, noted_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String POOL_OF =
      "select pool_id from gx_entry where certificate_id = ? and kind = 'ISSUED'";
  private static final String HOLD_LOT =
      """
      select 1 from pg_advisory_xact_lock(
        hashtextextended('gx lot of ' || current_setting('cfptrace.tenant') || ' ' || ?, 0))
      """;
  private static final String STANDING_ELSEWHERE =
      """
      select certificate_id from gx_entry issued
      where product_lot = ? and kind = 'ISSUED' and pool_id <> ? and not exists (
        select 1 from gx_entry ended
        where ended.certificate_id = issued.certificate_id and ended.kind = 'CANCELLED')
      """;

  private final Sql sql;

  SqlLedgerEntries(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<Entry> of(PoolId pool) {
    return sql.list(ALL, EntryRow::entry, pool.value());
  }

  @Override
  public Page<Entry> of(PoolId pool, PageRequest page) {
    return Page.of(
        sql.list(SOME, EntryRow::entry, pool.value(), page.afterNumber(), page.rowsToFetch()),
        page,
        entry -> Long.toString(entry.number()));
  }

  @Override
  public boolean add(PoolId pool, Entry entry) {
    return sql.update(ADD, EntryRow.columns(pool, entry)) == 1;
  }

  @Override
  public Optional<PoolId> poolOf(CertificateId certificate) {
    return sql.first(POOL_OF, row -> new PoolId(row.uuid("pool_id")), certificate.value());
  }

  @Override
  public void hold(ProductLot lot) {
    sql.number(HOLD_LOT, lot.value());
  }

  @Override
  public Optional<CertificateId> standingElsewhere(PoolId pool, ProductLot lot) {
    return sql.first(
        STANDING_ELSEWHERE,
        row -> new CertificateId(row.text("certificate_id")),
        lot.value(),
        pool.value());
  }
}
