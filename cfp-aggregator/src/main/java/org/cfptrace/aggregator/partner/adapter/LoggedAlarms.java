package org.cfptrace.aggregator.partner.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.aggregator.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.jboss.logging.Logger;

/** Calls a person through the log and a metric an operator can be woken by. */
@ApplicationScoped
class LoggedAlarms implements Alarms {
  private static final Logger LOG = Logger.getLogger(LoggedAlarms.class);
  private static final String METRIC = "cfp.key.alarms";

  private final MeterRegistry meters;

  LoggedAlarms(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void foreignKeyInOurName(KeyThumbprint key) {
    LOG.errorf("the directory shows a key as ours that we did not make, key=%s", key.value());
    meters.counter(METRIC, "kind", "FOREIGN_KEY_IN_OUR_NAME").increment();
  }

  @Override
  public void unprovenKeyOf(ParticipantId partner) {
    LOG.errorf("a partner's new key is proven by nobody, participantId=%s", partner);
    meters.counter(METRIC, "kind", "UNPROVEN_KEY_OF_PARTNER").increment();
  }
}
