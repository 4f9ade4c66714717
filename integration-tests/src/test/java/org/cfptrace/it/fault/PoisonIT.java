package org.cfptrace.it.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.story.Desk;
import org.junit.jupiter.api.Test;

/**
 * Messages nobody can read, sent by a partner that may write: they are put aside, not in the way.
 */
class PoisonIT {

  private static final Platform PLATFORM = Platform.get();

  @Test
  void poisonIsPutAsideWithItsReasonAndWhatFollowsArrives() throws Exception {
    Desk receiver = PLATFORM.desk(Platform.B);
    int before = receiver.door().all("quarantine").size();
    byte[] noise = new byte[5000];
    new Random(2).nextBytes(noise);
    List<byte[]> poison =
        List.of(
            noise,
            new byte[0],
            "{\"not\":\"an envelope\"}".getBytes(UTF_8),
            "a.b.c.d.e".getBytes(UTF_8),
            Envelopes.seal(
                "sealed to B, and still no message".getBytes(UTF_8),
                PLATFORM.keys(Platform.B).encryption().sealingKey()));

    send(poison);
    Part coil = Part.of(Platform.A, "Coil behind the poison", "kilogram").emitting("3");
    coil.declareTo(Platform.B);

    Desk.await(
        poison.size() + " messages in quarantine",
        () ->
            receiver.door().all("quarantine").size() == before + poison.size()
                ? Optional.of(true)
                : Optional.empty());
    assertThat(receiver.door().all("quarantine"))
        .allSatisfy(item -> assertThat(item.path("reason").asText()).isNotEmpty());
  }

  private static void send(List<byte[]> messages) throws Exception {
    Properties settings = PLATFORM.kafkaOf(Platform.A);
    String inbox = "cfp.inbox." + PLATFORM.id(Platform.B);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] message : messages) {
        producer.send(new ProducerRecord<>(inbox, message)).get();
      }
    }
  }
}
