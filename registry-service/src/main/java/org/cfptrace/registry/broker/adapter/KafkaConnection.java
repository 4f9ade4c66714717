package org.cfptrace.registry.broker.adapter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.jspecify.annotations.Nullable;

/**
 * The registry's own connection to Kafka, made when first needed, so that the registry starts and
 * works while the broker is down.
 */
public final class KafkaConnection implements AutoCloseable {
  /** How long a request to the broker may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Supplier<Map<String, Object>> settings;
  private @Nullable Admin admin;
  private @Nullable Producer<String, String> producer;

  public KafkaConnection(Supplier<Map<String, Object>> settings) {
    this.settings = settings;
  }

  synchronized Admin admin() {
    if (admin == null) {
      var all = new HashMap<>(settings.get());
      all.put("client.id", "registry-admin");
      all.put("request.timeout.ms", 5_000);
      all.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
      admin = made("administration", () -> Admin.create(all));
    }
    return admin;
  }

  /** A producer for the directory topic. */
  public synchronized Producer<String, String> producer() {
    if (producer == null) {
      var all = new HashMap<>(settings.get());
      all.put("client.id", "registry-directory");
      all.put("acks", "all");
      all.put("enable.idempotence", true);
      all.put("linger.ms", 0);
      all.put("request.timeout.ms", 5_000);
      all.put("delivery.timeout.ms", 10_000);
      all.put("max.block.ms", PATIENCE.toMillis());
      var serializer = new StringSerializer();
      producer =
          made("sending", () -> new KafkaProducer<>(all, serializer, new StringSerializer()));
    }
    return producer;
  }

  private static <T> T made(String what, Supplier<T> make) {
    try {
      return make.get();
    } catch (KafkaException e) {
      throw new BrokerUnreachable("no connection for " + what, e);
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(2));
    }
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
