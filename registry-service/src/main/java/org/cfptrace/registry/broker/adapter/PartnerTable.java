package org.cfptrace.registry.broker.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cfptrace.registry.broker.AcceptedPartners;
import org.cfptrace.registry.wiring.Sql;

/** Accepted partners in PostgreSQL. */
@ApplicationScoped
class PartnerTable implements AcceptedPartners {
  private final Sql sql;

  PartnerTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean accept(String owner, String partner, Instant at) {
    return sql.run(
            "INSERT INTO accepted_partner (owner_id, partner_id, accepted_at)"
                + " VALUES (:owner, :partner, :at) ON CONFLICT DO NOTHING",
            Map.of("owner", owner, "partner", partner, "at", at))
        == 1;
  }

  @Override
  public boolean withdraw(String owner, String partner) {
    return sql.run(
            "DELETE FROM accepted_partner WHERE owner_id = :owner AND partner_id = :partner",
            Map.of("owner", owner, "partner", partner))
        == 1;
  }

  @Override
  public List<String> of(String owner) {
    return sql.column(
        String.class,
        "SELECT partner_id FROM accepted_partner WHERE owner_id = :owner ORDER BY partner_id",
        Map.of("owner", owner));
  }

  @Override
  public List<String> ownersAccepting(String partner) {
    return sql.column(
        String.class,
        "SELECT owner_id FROM accepted_partner WHERE partner_id = :partner ORDER BY owner_id",
        Map.of("partner", partner));
  }
}
