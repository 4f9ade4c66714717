package org.cfptrace.exchange.anchor.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.exchange.wiring.Exchange;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Listens to what the log says to everybody; it is compared with what it shows us when we ask. What
 * cannot be taken now is let go: the next checkpoint holds all that came before.
 */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class CheckpointConsumer {
  private static final Logger LOG = Logger.getLogger(CheckpointConsumer.class);

  private final Exchange exchange;

  CheckpointConsumer(Exchange exchange) {
    this.exchange = exchange;
  }

  @Incoming("checkpoints")
  @Blocking("checkpoints")
  void published(String note) {
    try {
      exchange.logBook().ifPresent(book -> book.watch().hear(note));
    } catch (RuntimeException failure) {
      // A listener that throws is stopped for good, and the next checkpoint holds all of this one.
      LOG.warnf("checkpoint not taken reason=%s", failure.getClass().getSimpleName());
    }
  }
}
