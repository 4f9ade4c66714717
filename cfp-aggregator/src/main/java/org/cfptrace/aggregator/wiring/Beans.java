package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.ProductFootprints;
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
      EnrolledParticipant me, Exchange.Surroundings around, Declarations declarations) {
    return new Exchange(
        me.id(), me.keys(), me.trustAnchor(), around, new Collecting(declarations, around.clock()));
  }

  @Produces
  @Singleton
  ProductFootprints footprints(Declarations declarations) {
    return new ProductFootprints(declarations);
  }
}
