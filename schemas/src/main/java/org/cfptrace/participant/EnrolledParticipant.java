package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cfptrace.footprint.ParticipantId;

/** A participant on its own machine: who it is, its keys, and how it reaches the broker. */
public record EnrolledParticipant(
    ParticipantId id,
    String principal,
    ParticipantKeys keys,
    TrustAnchor trustAnchor,
    Path kafkaKeyStore,
    Path kafkaTrustStore) {
  public EnrolledParticipant {
    requireNonNull(id, "id");
    requireNonNull(principal, "principal");
    requireNonNull(keys, "keys");
    requireNonNull(trustAnchor, "trustAnchor");
    requireNonNull(kafkaKeyStore, "kafkaKeyStore");
    requireNonNull(kafkaTrustStore, "kafkaTrustStore");
  }

  /** What our partners compare before they trust our key. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(id, keys.signing().thumbprint());
  }

  /** The settings of a Kafka client that connects as this participant. */
  public Map<String, String> kafkaSecurity(char[] password) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("security.protocol", "SSL");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", kafkaKeyStore.toString());
    settings.put("ssl.keystore.password", new String(password));
    settings.put("ssl.key.password", new String(password));
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put("ssl.truststore.location", kafkaTrustStore.toString());
    settings.put("ssl.truststore.password", new String(password));
    return settings;
  }

  /** The group under which this participant reads: its own prefix, then {@code suffix}. */
  public String consumerGroup(String suffix) {
    return "cfp." + id.shortId() + "." + suffix;
  }
}
