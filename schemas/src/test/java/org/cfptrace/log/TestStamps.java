package org.cfptrace.log;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority of a test, honest or with one thing wrong in its certificate. */
public final class TestStamps {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");

  private final KeyPair pair = keyPair();
  private final X509Certificate certificate;

  private TestStamps(Optional<KeyPurposeId> purpose, Instant from, Instant until) {
    try {
      this.certificate = certificate(pair, purpose, from, until);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no authority for the test", e);
    }
  }

  /** Certified for time stamping, for a year around {@code now}. */
  public static TestStamps authority(Instant now) {
    return of(Optional.of(KeyPurposeId.id_kp_timeStamping), now);
  }

  static TestStamps of(Optional<KeyPurposeId> purpose, Instant now) {
    return new TestStamps(purpose, now.minus(Duration.ofDays(180)), now.plus(Duration.ofDays(180)));
  }

  public TimestampCertificate certificate() {
    return new TimestampCertificate(certificate);
  }

  /** The answer to a request; {@code claimed} stands in it in place of our own certificate. */
  public byte[] answer(byte[] request, Instant time) {
    return answer(request, time, certificate);
  }

  /** The answer of one who has our key, and shows that certificate. */
  byte[] answer(byte[] request, Instant time, X509Certificate shown) {
    try {
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      var tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", pair.getPrivate(), shown),
              digests.get(
                  new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                      org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(List.of(shown)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(time))
          .getEncoded();
    } catch (OperatorCreationException
        | TSPException
        | IOException
        | java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException("no stamp for the test", e);
    }
  }

  X509Certificate x509() {
    return certificate;
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key for the test", e);
    }
  }

  private static X509Certificate certificate(
      KeyPair pair, Optional<KeyPurposeId> purpose, Instant from, Instant until)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var name = new X500Principal("CN=test time stamps");
    var builder =
        new JcaX509v3CertificateBuilder(
            name, BigInteger.ONE, Date.from(from), Date.from(until), name, pair.getPublic());
    if (purpose.isPresent()) {
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
