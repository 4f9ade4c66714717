package org.cfptrace.exchange.receive.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.wiring.Exchange;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what lies on our two topics, batch by batch, in order. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class TopicConsumers {
  private final Exchange exchange;
  private final Persistently persistently;

  TopicConsumers(Exchange exchange, Persistently persistently) {
    this.exchange = exchange;
    this.persistently = persistently;
  }

  @Incoming("inbox")
  @Blocking("inbox")
  void inbox(List<byte[]> envelopes) {
    envelopes.forEach(envelope -> take(Way.INBOX, envelope));
  }

  @Incoming("door")
  @Blocking("door")
  void door(List<byte[]> envelopes) {
    envelopes.forEach(envelope -> take(Way.DOOR, envelope));
  }

  private void take(Way way, byte[] bytes) {
    Envelope envelope = new Envelope(bytes);
    persistently.run(
        way.name(),
        () -> exchange.receive().receive(way, envelope),
        () -> exchange.receive().giveUp(way, envelope));
  }
}
