package org.cfptrace.aggregator.tenant.adapter;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Work on behalf of one tenant. PostgreSQL's row-level security shows the tenant's rows alone, and
 * outside of such work none: a statement that forgets its condition finds nothing of others.
 */
@ApplicationScoped
public class Tenancy {
  private static final String BECOME =
      "select coalesce(current_setting('cfptrace.tenant', true), '') as before,"
          + " set_config('cfptrace.tenant', ?, true)";

  private final Transactions transactions;
  private final Sql sql;
  private final EntityManager entities;
  private final SecurityIdentity identity;
  private final String claim;

  /**
   * @param claim the member of a caller's token that names the company it acts for
   */
  Tenancy(
      Transactions transactions,
      DataSource database,
      EntityManager entities,
      SecurityIdentity identity,
      @ConfigProperty(name = "cfptrace.tenant.claim", defaultValue = "participant") String claim) {
    this.transactions = transactions;
    this.sql = new Sql(database);
    this.entities = entities;
    this.identity = identity;
    this.claim = claim;
  }

  /**
   * Works for the company the caller acts for, in the transaction under way or a new one.
   *
   * @throws Refused FORBIDDEN where the token names no company
   */
  public <T> T asCaller(Function<Tenant, T> work) {
    Tenant tenant = ofCaller();
    return as(tenant, () -> work.apply(tenant));
  }

  /** Works for a company, in the transaction under way or a new one. */
  public <T> T as(Tenant tenant, Supplier<T> work) {
    return transactions.inOne(
        () -> {
          String before = become(tenant.did());
          T result = work.get();
          // What was changed for this tenant must not be written under another's name.
          entities.flush();
          become(before);
          return result;
        });
  }

  /** As {@link #as(Tenant, Supplier)}, for work without a result. */
  public void doAs(Tenant tenant, Runnable work) {
    as(
        tenant,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /**
   * The company the caller acts for; no transaction is begun.
   *
   * @throws Refused FORBIDDEN where the token names no company
   */
  public Tenant ofCaller() {
    if (identity.getPrincipal() instanceof JsonWebToken token
        && token.getClaim(claim) instanceof String did) {
      try {
        return new Tenant(new ParticipantId(did));
      } catch (IllegalArgumentException notAnId) {
        throw new Refused(
            ProblemCode.FORBIDDEN, "\"" + claim + "\" in your token is no participant id");
      }
    }
    throw new Refused(
        ProblemCode.FORBIDDEN,
        "your token does not say for which company you act: it needs \"" + claim + "\"");
  }

  /** Answers whose rows were seen before. */
  private String become(String did) {
    return sql.first(BECOME, row -> row.text("before"), did).orElseThrow();
  }
}
