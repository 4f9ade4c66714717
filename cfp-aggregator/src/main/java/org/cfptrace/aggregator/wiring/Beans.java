package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.ProductFootprints;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerWords;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.participant.EnrolledParticipant;

/** Plain classes that become beans. */
@ApplicationScoped
class Beans {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Exchange exchange(
      EnrolledParticipant me,
      Exchange.Surroundings around,
      Declarations declarations,
      IssuerWords words) {
    return new Exchange(
        me.id(),
        me.keys(),
        me.trustAnchor(),
        around,
        new Collecting(declarations, words, around.clock()));
  }

  @Produces
  @Singleton
  IssuerWords words(Exchange.Surroundings around, Tenancy tenancy, FigureChanges changes) {
    return new SqlIssuerWords(around.sql(), tenancy, changes);
  }

  @Produces
  @Singleton
  ProductFootprints footprints(Declarations declarations, IssuerWords words) {
    return new ProductFootprints(declarations, words);
  }
}
