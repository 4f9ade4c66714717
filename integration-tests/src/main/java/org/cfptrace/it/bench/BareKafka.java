package org.cfptrace.it.bench;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The bound for one hop: bytes of a sealed message's size go to the broker and come back to the
 * same program, over the same mutual TLS and with the same acks, one at a time.
 */
final class BareKafka {
  private static final String TOPIC = "bench.bare";
  private static final int SEALED_BYTES = 5462;
  private static final int WARM_UP = 200;

  private final Properties kafka;

  BareKafka(Properties kafka) {
    this.kafka = kafka;
  }

  /** Round trips, in milliseconds. */
  Latencies measure(int count, Duration pause) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(kafka)) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      }
    }
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put("acks", "all");
    settings.put("linger.ms", "0");
    settings.put("enable.auto.commit", "false");
    byte[] message = new byte[SEALED_BYTES];
    ThreadLocalRandom.current().nextBytes(message);
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToEnd(List.of(partition));
      long at = consumer.position(partition);
      Latencies latencies = new Latencies();
      for (int i = 0; i < WARM_UP + count; i++) {
        long start = System.nanoTime();
        // What fails does not come back, and the poll below waits for it.
        var unused = producer.send(new ProducerRecord<>(TOPIC, message));
        while (consumer.position(partition) == at) {
          consumer.poll(Duration.ofSeconds(10));
        }
        at = consumer.position(partition);
        if (i >= WARM_UP) {
          latencies.add(System.nanoTime() - start);
          Thread.sleep(pause.toMillis());
        }
      }
      return latencies;
    }
  }
}
