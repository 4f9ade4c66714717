package org.cfptrace.it.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
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
    Set<String> before = new HashSet<>();
    laidAside(receiver).forEach(item -> before.add(item.path("id").asText()));
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
    // Two threads that come behind it; wherever they lie, poison lies before them.
    Part coil = Part.of(Platform.A, "Coil behind the poison", "kilogram").emitting("3");
    Part sheet = Part.of(Platform.A, "Sheet behind the poison", "kilogram").emitting("4");
    List<String> behind = List.of(coil.declareTo(Platform.B), sheet.declareTo(Platform.B));

    List<JsonNode> fresh =
        Desk.await(
            poison.size() + " messages in quarantine, the same bytes once",
            () ->
                Optional.of(
                        laidAside(receiver).stream()
                            .filter(item -> !before.contains(item.path("id").asText()))
                            .toList())
                    .filter(items -> items.size() == poison.size()));
    assertThat(fresh)
        .extracting(item -> item.path("bytes").asInt() + " " + item.path("reason").asText())
        .containsExactlyInAnyOrder(
            "5000 MALFORMED_ENVELOPE",
            "0 MALFORMED_ENVELOPE",
            "21 MALFORMED_ENVELOPE",
            "9 MALFORMED_ENVELOPE",
            poison.get(4).length + " MALFORMED_TOKEN");
    assertThat(receiver.declarationsReceived())
        .extracting(item -> item.path("declarationId").asText())
        .containsAll(behind);
  }

  private static List<JsonNode> laidAside(Desk desk) {
    return desk.door().all("quarantine");
  }

  /** Sends all to every partition. */
  private static void send(List<byte[]> messages) throws Exception {
    Properties settings = PLATFORM.kafkaOf(Platform.A);
    String inbox = "cfp.inbox." + PLATFORM.id(Platform.B);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      int partitions = producer.partitionsFor(inbox).size();
      for (int partition = 0; partition < partitions; partition++) {
        for (byte[] message : messages) {
          producer.send(new ProducerRecord<>(inbox, partition, null, message)).get();
        }
      }
    }
  }
}
