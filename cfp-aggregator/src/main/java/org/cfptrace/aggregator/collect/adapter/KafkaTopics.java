package org.cfptrace.aggregator.collect.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.cfptrace.aggregator.collect.Arrival;
import org.cfptrace.aggregator.collect.ReceiveMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.aggregator.partner.WatchDirectory;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.participant.UntrustedException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The topics we read. A record is acknowledged when it is dealt with: applied, known already, or
 * laid aside. Only while our own database is away does it wait.
 */
@ApplicationScoped
class KafkaTopics {
  private static final Logger LOG = Logger.getLogger(KafkaTopics.class);

  private final ReceiveMessage receive;
  private final WatchDirectory watch;
  private final EnrolledParticipant me;
  private final MeterRegistry meters;
  private final Patience patience;

  KafkaTopics(
      ReceiveMessage receive,
      WatchDirectory watch,
      EnrolledParticipant me,
      MeterRegistry meters,
      Patience patience) {
    this.receive = receive;
    this.watch = watch;
    this.me = me;
    this.meters = meters;
    this.patience = patience;
  }

  @Incoming("inbox")
  @Blocking
  void inbox(byte[] envelope) {
    take(new Arrival(Way.INBOX, envelope));
  }

  @Incoming("door")
  @Blocking
  void door(byte[] envelope) {
    take(new Arrival(Way.DOOR, envelope));
  }

  @Incoming("directory")
  @Blocking
  void directory(Record<String, byte[]> published) {
    if (published.value() != null) {
      patience.untilDone("directory", () -> published(published.key(), published.value()));
    }
  }

  private void take(Arrival arrival) {
    patience.untilDone(
        "message",
        () -> {
          String outcome = received(arrival);
          meters
              .counter("cfp.messages.received", "way", arrival.way().name(), "outcome", outcome)
              .increment();
        });
  }

  private String received(Arrival arrival) {
    try {
      return receive.receive(arrival).name();
    } catch (RuntimeException failure) {
      // Whatever it stumbles over, one message must not hold up those behind it.
      LOG.errorf(
          failure, "a message could not be handled and is laid aside, way=%s", arrival.way());
      receive.layAside(arrival, failure.getClass().getSimpleName());
      return "FAILED_HERE";
    }
  }

  private void published(String key, byte[] value) {
    String token = new String(value, StandardCharsets.US_ASCII);
    try {
      if (Heartbeat.TOPIC_KEY.equals(key)) {
        watch.alive(Heartbeat.read(token, me.trustAnchor()));
      } else {
        watch.published(DirectoryEntry.read(token, me.trustAnchor()));
      }
    } catch (UntrustedException forged) {
      LOG.warnf("a directory record that the registry did not sign is ignored, key=%s", key);
    }
  }
}
