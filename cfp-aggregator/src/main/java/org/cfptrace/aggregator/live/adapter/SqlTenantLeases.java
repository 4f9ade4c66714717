package org.cfptrace.aggregator.live.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.cfptrace.aggregator.live.TenantLeases;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** Leases by the database's clock; who takes one over from another gets a higher number. */
@ApplicationScoped
public class SqlTenantLeases implements TenantLeases {
  private static final Duration LIFE = Duration.ofSeconds(20);
  private static final String HOLD =
      """
      insert into tenant_lease as l (tenant, holder, fencing, ends_at)
      values (?, ?, 1, now() + make_interval(secs => ?))
      on conflict (tenant) do update set holder = excluded.holder, ends_at = excluded.ends_at,
        fencing = case when l.holder = excluded.holder then l.fencing else l.fencing + 1 end
      where l.holder = excluded.holder or l.ends_at < now()
      returning fencing
      """;

  private final String holder = UUID.randomUUID().toString();
  private final Map<Tenant, Long> numbers = new ConcurrentHashMap<>();
  private final Transactions transactions;
  private final Sql sql;

  /** Leases of this instance, which has a name of its own since its start. */
  public SqlTenantLeases(Transactions transactions, DataSource database) {
    this.transactions = transactions;
    this.sql = new Sql(database);
  }

  @Override
  public Optional<Long> hold(Tenant tenant) {
    Optional<Long> number =
        transactions.inNew(
            () ->
                sql.first(
                    HOLD, row -> row.number("fencing"), tenant.did(), holder, LIFE.toSeconds()));
    number.ifPresentOrElse(given -> numbers.put(tenant, given), () -> numbers.remove(tenant));
    return number;
  }

  @Override
  public boolean isOurs(Tenant tenant) {
    Long number = numbers.get(tenant);
    return number != null
        && sql.first(
                "select 1 from tenant_lease where tenant = ? and holder = ? and fencing = ?"
                    + " and ends_at > now() for share",
                row -> Boolean.TRUE,
                tenant.did(),
                holder,
                number)
            .isPresent();
  }

  @Override
  public void release(Tenant tenant) {
    numbers.remove(tenant);
    transactions.doInNew(
        () ->
            sql.update(
                "update tenant_lease set ends_at = now() where tenant = ? and holder = ?",
                tenant.did(),
                holder));
  }
}
