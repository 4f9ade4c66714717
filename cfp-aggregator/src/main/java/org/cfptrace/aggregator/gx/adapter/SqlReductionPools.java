package org.cfptrace.aggregator.gx.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.ReductionPool;
import org.cfptrace.aggregator.gx.ReductionPool.MultiSite;
import org.cfptrace.aggregator.gx.ReductionPools;
import org.cfptrace.aggregator.gx.Site;
import org.cfptrace.aggregator.gx.Tonnes;
import org.cfptrace.aggregator.gx.TonnesCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;

/** Pools in PostgreSQL; used inside of one tenant's work only. */
@ApplicationScoped
class SqlReductionPools implements ReductionPools {
  private static final String HOLD_OPENING =
      """
      select 1 from pg_advisory_xact_lock(
        hashtextextended('gx pools of ' || current_setting('cfptrace.tenant'), 0))
      """;
  private static final String OVERLAPPING =
      """
      select * from gx_pool p where period_from <= ? and period_to >= ? and not exists (
        select 1 from gx_entry e where e.pool_id = p.id and e.kind = 'WITHDRAWN')
      """;
  private static final String ADD =
      """
      insert into gx_pool
        (id, project, site, other_sites, multi_site_verifier, product_line, period_from, period_to,
         verified_reduction, verifier, total_mass, actual_emissions, opened_at, opened_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from gx_pool where id = ?";
  // The row is never written; it is what those who write in its ledger wait for each other on.
  private static final String HOLD = FIND + " for update";
  private static final String LIST = "select * from gx_pool where id > ? order by id limit ?";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql;

  SqlReductionPools(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void holdOpening() {
    sql.number(HOLD_OPENING);
  }

  @Override
  public List<ReductionPool> overlapping(Period period) {
    return sql.list(OVERLAPPING, SqlReductionPools::pool, period.to(), period.from());
  }

  @Override
  public void add(ReductionPool pool) {
    sql.update(
        ADD,
        pool.id().value(),
        pool.project(),
        pool.site().value(),
        otherSites(pool),
        pool.multiSite().map(MultiSite::verifier),
        pool.productLine(),
        pool.period().from(),
        pool.period().to(),
        pool.verifiedReduction().value(),
        pool.verifier(),
        pool.totalMass().value(),
        pool.actualEmissions().value(),
        pool.openedAt(),
        pool.openedBy());
  }

  @Override
  public Optional<ReductionPool> find(PoolId id) {
    return sql.first(FIND, SqlReductionPools::pool, id.value());
  }

  @Override
  public Optional<ReductionPool> hold(PoolId id) {
    return sql.first(HOLD, SqlReductionPools::pool, id.value());
  }

  @Override
  public Page<ReductionPool> list(PageRequest page) {
    UUID after = page.after().map(SqlReductionPools::cursor).orElse(BEFORE_ALL);
    return Page.of(
        sql.list(LIST, SqlReductionPools::pool, after, page.rowsToFetch()),
        page,
        pool -> pool.id().toString());
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }

  private static String[] otherSites(ReductionPool pool) {
    return pool.multiSite().stream()
        .flatMap(several -> several.others().stream())
        .map(Site::value)
        .toArray(String[]::new);
  }

  private static ReductionPool pool(Sql.Row row) throws SQLException {
    List<Site> others = Stream.of(row.texts("other_sites")).map(Site::new).toList();
    return new ReductionPool(
        new PoolId(row.uuid("id")),
        row.text("project"),
        new Site(row.text("site")),
        row.optionalText("multi_site_verifier").map(verifier -> new MultiSite(others, verifier)),
        row.text("product_line"),
        new Period(row.date("period_from"), row.date("period_to")),
        new TonnesCo2e(new BigDecimal(row.text("verified_reduction"))),
        row.text("verifier"),
        new Tonnes(new BigDecimal(row.text("total_mass"))),
        new TonnesCo2e(new BigDecimal(row.text("actual_emissions"))),
        row.instant("opened_at"),
        row.text("opened_by"));
  }
}
