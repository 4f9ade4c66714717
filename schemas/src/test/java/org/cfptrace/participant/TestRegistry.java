package org.cfptrace.participant;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;

/** A registry small enough for a test: it signs what it is told. */
public final class TestRegistry {
  static final String DOMAIN = "registry.cfptrace.example";
  static final ParticipantId MILL = ParticipantId.of(DOMAIN, "aaaabbbbccccdddd");
  static final ParticipantId MAKER = ParticipantId.of(DOMAIN, "eeeeffffgggghhhh");
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  final SigningKey key = SigningKey.generate();
  final TrustAnchor anchor =
      new TrustAnchor(DOMAIN, "did:web:" + DOMAIN, root(), key.verificationKey());

  String entry(ParticipantId participant, long sequence, List<KeyRecord> keys) {
    return DirectoryEntry.sign(record(participant, sequence, keys), anchor.registryDid(), key, NOW);
  }

  DirectoryEntry read(ParticipantId participant, List<KeyRecord> keys) {
    return DirectoryEntry.read(entry(participant, 1, keys), anchor);
  }

  static DirectoryRecord record(ParticipantId participant, long sequence, List<KeyRecord> keys) {
    return new DirectoryRecord(
        participant,
        sequence,
        keys.isEmpty() ? DirectoryStatus.ADMITTED : DirectoryStatus.ACTIVE,
        "株式会社青森製鋼",
        Optional.of("アオモリセイコウ"),
        "JP",
        Optional.of("7000012050002"),
        Optional.empty(),
        List.of("SUPPLIER"),
        NOW,
        keys);
  }

  /** The two public keys of {@code keys} as an honest enrolment records them. */
  static List<KeyRecord> enrolled(ParticipantId participant, ParticipantKeys keys, Instant from) {
    var binding =
        new KeyBinding(participant, keys.encryption().sealingKey(), "nonce", from)
            .sign(keys.signing());
    return List.of(
        KeyRecord.signing(keys.signing().verificationKey(), from, Optional.empty()),
        KeyRecord.encryption(keys.encryption().sealingKey(), from, binding));
  }

  public static KeyRecord endedAt(KeyRecord key, Instant at) {
    return new KeyRecord(
        key.kid(),
        key.use(),
        key.jwk(),
        key.from(),
        Optional.of(at),
        key.revokedAt(),
        key.compromisedSince(),
        key.proof());
  }

  public static KeyRecord compromised(KeyRecord key, Instant since) {
    return new KeyRecord(
        key.kid(),
        key.use(),
        key.jwk(),
        key.from(),
        key.to(),
        key.revokedAt(),
        Optional.of(since),
        key.proof());
  }

  /** A certificate that was made before. */
  public static X509Certificate certificate(String pem) {
    return Certificates.readPem(pem);
  }

  public static X509Certificate root() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      KeyPair pair = generator.generateKeyPair();
      var name = new X500Principal("CN=test root");
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.ONE,
              Date.from(NOW.minusSeconds(60)),
              Date.from(NOW.plusSeconds(3600)),
              name,
              pair.getPublic());
      var signer = new JcaContentSignerBuilder("SHA384withECDSA").build(pair.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("no root for the test", e);
    }
  }
}
