package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Secrets;
import org.cfptrace.local.story.Door;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.KeyBinding;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;

/**
 * The operator as an enemy: holds the key that signs the directory and every right at the broker,
 * and publishes what suits it.
 */
final class DishonestOperator {

  private final LocalStack stack;
  private final TrustAnchor anchor;
  private final SigningKey directoryKey;

  DishonestOperator(LocalStack stack) throws Exception {
    this.stack = stack;
    this.anchor = TrustAnchor.read(stack.trustAnchor());
    this.directoryKey = directoryKey(stack);
  }

  private static SigningKey directoryKey(LocalStack stack) throws Exception {
    char[] password = Secrets.in(stack.data()).of("authority").toCharArray();
    Path file = stack.data().root().resolve("authority/authority.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return SigningKey.of(
        (ECPrivateKey) store.getKey("directory", password),
        (ECPublicKey) store.getCertificate("directory").getPublicKey());
  }

  /** What the registry's HTTP door says of a participant. */
  DirectoryRecord truth(ParticipantId participant) {
    String entry =
        Door.withoutLogin(stack.registry().url())
            .get("participants/" + participant.shortId())
            .path("entry")
            .asText();
    return DirectoryEntry.read(entry, anchor).record();
  }

  /** Publishes keys of its own under a participant's name. */
  void publishFalseKeys(DirectoryRecord truth, ParticipantKeys ours) throws Exception {
    Instant now = Instant.now();
    String binding =
        new KeyBinding(
                truth.participant(), ours.encryption().sealingKey(), "any-nonce-will-do-here", now)
            .sign(ours.signing());
    publish(
        truth,
        truth.sequence() + 1,
        List.of(
            KeyRecord.signing(ours.signing().verificationKey(), now, Optional.empty()),
            KeyRecord.encryption(ours.encryption().sealingKey(), now, binding)));
  }

  /** Takes the lie back: the true keys again, as a later change. */
  void publishTruth(DirectoryRecord truth) throws Exception {
    publish(truth, truth.sequence() + 2, truth.keys());
  }

  private void publish(DirectoryRecord truth, long sequence, List<KeyRecord> keys)
      throws Exception {
    DirectoryRecord said =
        new DirectoryRecord(
            truth.participant(),
            sequence,
            truth.status(),
            truth.name(),
            truth.nameKana(),
            truth.country(),
            truth.corporateNumber(),
            truth.lei(),
            truth.roles(),
            Instant.now(),
            keys);
    String entry = DirectoryEntry.sign(said, anchor.registryDid(), directoryKey, Instant.now());
    Properties settings = stack.broker().superUser();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  "cfp.directory",
                  truth.participant().shortId().getBytes(UTF_8),
                  entry.getBytes(UTF_8)))
          .get();
    }
  }
}
