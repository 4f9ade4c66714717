package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.participant.UntrustedException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Follows the directory's topic; an entry the registry has not signed is not one. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class DirectoryConsumer {
  private static final Logger LOG = Logger.getLogger(DirectoryConsumer.class);

  private final Exchange exchange;
  private final EnrolledParticipant me;

  DirectoryConsumer(Exchange exchange, EnrolledParticipant me) {
    this.exchange = exchange;
    this.me = me;
  }

  @Incoming("directory")
  @Blocking("directory")
  void published(Record<String, String> record) {
    if (record.value() == null) {
      return;
    }
    try {
      if (Heartbeat.TOPIC_KEY.equals(record.key())) {
        exchange.watchDirectory().alive(Heartbeat.read(record.value(), me.trustAnchor()));
      } else {
        exchange.watchDirectory().published(DirectoryEntry.read(record.value(), me.trustAnchor()));
      }
    } catch (UntrustedException e) {
      LOG.warnf("directory entry not believed key=%s reason=%s", record.key(), e.reason());
    }
  }
}
