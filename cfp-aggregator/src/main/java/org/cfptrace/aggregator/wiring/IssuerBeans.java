package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.FollowIssuers;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.IssuerSuspensions;
import org.cfptrace.aggregator.collect.JudgeAttestations;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.collect.adapter.SqlAttestedDeclarations;
import org.cfptrace.aggregator.collect.adapter.SqlCollectedIssuers;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerSuspensions;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnLoop;

/** What the directory says of issuers, as beans. */
@ApplicationScoped
class IssuerBeans {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  @Produces
  @Singleton
  IssuerSuspensions suspensions(Exchange.Surroundings around) {
    return new SqlIssuerSuspensions(around.sql());
  }

  @Produces
  @Singleton
  SqlCollectedIssuers issuers(Exchange.Surroundings around, Tenancy tenancy) {
    return new SqlCollectedIssuers(around.sql(), tenancy);
  }

  @Produces
  @Singleton
  HeedDirectory heedDirectory(
      IssuerSuspensions suspensions,
      SqlCollectedIssuers issuers,
      Declarations declarations,
      AttestedDeclarations attested,
      Clock clock) {
    return new HeedDirectory(suspensions, issuers, declarations, attested, clock);
  }

  @Produces
  @Singleton
  AttestedDeclarations attested(
      Exchange.Surroundings around, Tenancy tenancy, FigureChanges changes) {
    return new SqlAttestedDeclarations(around.sql(), tenancy, changes);
  }

  @Produces
  @Singleton
  OwnLoop judgeAttestations(
      AttestedDeclarations attested, WithdrawnAttestations withdrawn, Exchange exchange) {
    return new OwnLoop(
        "attestations",
        new JudgeAttestations(
                attested, withdrawn, exchange.knownEntries(), exchange.acquaintances())
            ::round,
        BETWEEN_LOOKS);
  }

  @Produces
  @Singleton
  OwnLoop followIssuers(SqlCollectedIssuers issuers, Exchange exchange) {
    return new OwnLoop(
        "issuers", new FollowIssuers(issuers, exchange.acquaintances())::round, BETWEEN_LOOKS);
  }
}
