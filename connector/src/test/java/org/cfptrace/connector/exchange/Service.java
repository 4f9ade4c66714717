package org.cfptrace.connector.exchange;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySink;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.Fingerprint;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** The running service as one company among others; its channels end in memory. */
@ApplicationScoped
public class Service {
  private final Exchange exchange;
  private final EnrolledParticipant me;
  private final InMemoryConnector channels;

  Service(
      Exchange exchange,
      EnrolledParticipant me,
      @Connector("smallrye-in-memory") InMemoryConnector channels) {
    this.exchange = exchange;
    this.me = me;
    this.channels = channels;
  }

  /** Its exchange, round by round. */
  public Exchange exchange() {
    return exchange;
  }

  /** Its name. */
  public ParticipantId id() {
    return me.id();
  }

  /** What its clerk reads out on the telephone. */
  public Fingerprint fingerprint() {
    return me.fingerprint();
  }

  /**
   * Relays until nothing moves, and hands what the channel has taken to the broker of the others.
   */
  public void send(ListedBroker broker) {
    while (exchange.relay().round().sent() > 0) {
      // As long as something moves.
    }
    pass(broker);
  }

  /** Hands what the channel has taken so far to the broker of the others. */
  public void pass(ListedBroker broker) {
    InMemorySink<String> sink = channels.sink("outbox");
    for (Message<String> message : sink.received()) {
      OutgoingKafkaRecordMetadata<?> metadata =
          message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
      UUID id =
          UUID.fromString(
              new String(
                  metadata.getHeaders().lastHeader("message-id").value(),
                  StandardCharsets.US_ASCII));
      broker.send(metadata.getTopic(), String.valueOf(metadata.getKey()), id, message.getPayload());
    }
    sink.clear();
  }

  /** What lies on its topics, in order, door first. */
  public List<ListedBroker.Taken> waiting(ListedBroker broker) {
    List<ListedBroker.Taken> waiting = new ArrayList<>();
    for (Way way : Way.values()) {
      waiting.addAll(broker.drain(way.topicOf(me.id().shortId())));
    }
    return waiting;
  }

  /** Takes one message as the consumer of its topic does. */
  public Outcome take(ListedBroker.Taken taken) {
    Way way = taken.topic().startsWith("cfp.door.") ? Way.DOOR : Way.INBOX;
    return exchange
        .receive()
        .receive(way, new Envelope(taken.envelope().getBytes(StandardCharsets.US_ASCII)));
  }
}
