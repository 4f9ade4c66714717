package org.cfptrace.registry.certificate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.GeneralName;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.TrustAnchor;

/**
 * The issuing authority: certifies participants' keys for 90 days, and holds the key that signs the
 * directory. Its names come from us, never from a request: a request can only be refused.
 */
public final class CertificateAuthority {
  /** How long a participant's certificates are good. */
  public static final Duration LEAF_VALIDITY = Duration.ofDays(90);

  private final PrivateKey issuingKey;
  private final X509Certificate issuing;
  private final X509Certificate root;
  private final SigningKey directoryKey;
  private final Clock clock;

  private CertificateAuthority(
      PrivateKey issuingKey,
      X509Certificate issuing,
      X509Certificate root,
      SigningKey directoryKey,
      Clock clock) {
    this.issuingKey = requireNonNull(issuingKey, "issuingKey");
    this.issuing = requireNonNull(issuing, "issuing");
    this.root = requireNonNull(root, "root");
    this.directoryKey = requireNonNull(directoryKey, "directoryKey");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Opens {@code authority.p12} as {@link AuthorityFiles} made it. */
  public static CertificateAuthority open(Path directory, char[] password, Clock clock) {
    var file = directory.resolve(AuthorityFiles.AUTHORITY);
    try {
      var store = KeyStore.getInstance("PKCS12");
      try (var in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      var chain = store.getCertificateChain(AuthorityFiles.ISSUING_ALIAS);
      var directoryCertificate = store.getCertificate(AuthorityFiles.DIRECTORY_ALIAS);
      if (chain == null || chain.length != 2 || directoryCertificate == null) {
        throw new IllegalStateException(file + " does not hold an issuing and a directory key");
      }
      return new CertificateAuthority(
          (PrivateKey) store.getKey(AuthorityFiles.ISSUING_ALIAS, password),
          (X509Certificate) chain[0],
          (X509Certificate) chain[1],
          SigningKey.of(
              (ECPrivateKey) store.getKey(AuthorityFiles.DIRECTORY_ALIAS, password),
              (ECPublicKey) directoryCertificate.getPublicKey()),
          clock);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("authority could not be opened from " + file, e);
    }
  }

  /** Two certificates for one pair of keys, and until when they are good. */
  public record Issued(X509Certificate signing, X509Certificate tls, Instant notAfter) {
    public Issued {
      requireNonNull(signing, "signing");
      requireNonNull(tls, "tls");
      requireNonNull(notAfter, "notAfter");
    }
  }

  /** Certifies checked keys of {@code participant}; {@code principal} becomes the name for TLS. */
  public Issued issue(
      ParticipantId participant, String principal, VerificationKey signing, PublicKey tls) {
    var now = clock.instant();
    var end = issuing.getNotAfter().toInstant();
    var until = now.plus(LEAF_VALIDITY).isBefore(end) ? now.plus(LEAF_VALIDITY) : end;
    return new Issued(
        CertificateMaker.leaf(
            signing.publicKey(),
            // Not a name the broker knows, even if it looked at such a certificate.
            new X500Principal("CN=signing-key-of-" + participant.shortId()),
            List.of(new GeneralName(GeneralName.uniformResourceIdentifier, participant.did())),
            LeafProfile.SIGNING,
            issuingKey,
            issuing,
            now,
            until),
        CertificateMaker.leaf(
            tls,
            new X500Principal("CN=" + principal),
            List.of(),
            LeafProfile.TLS_CLIENT,
            issuingKey,
            issuing,
            now,
            until),
        until);
  }

  /** What stands between a leaf and the root. */
  public List<X509Certificate> chain() {
    return List.of(issuing);
  }

  public SigningKey directoryKey() {
    return directoryKey;
  }

  /** When the issuing certificate ends, and with it all that is issued. */
  public Instant notAfter() {
    return issuing.getNotAfter().toInstant();
  }

  /** What participants are given to trust us. */
  public TrustAnchor trustAnchor(String domain) {
    return new TrustAnchor(
        domain, AuthorityFiles.registryDid(domain), root, directoryKey.verificationKey());
  }
}
