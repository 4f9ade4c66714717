package org.cfptrace.registry.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes X.509 certificates in the three forms of our hierarchy: root, issuing, leaf (RFC 5280). */
final class CertificateMaker {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Clocks differ: a certificate is valid from a little before it was made. */
  private static final Duration CLOCK_LEEWAY = Duration.ofMinutes(5);

  private CertificateMaker() {}

  static KeyPair newKeyPair(String curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no EC key pair on " + curve, e);
    }
  }

  static X509Certificate root(KeyPair keys, X500Principal subject, Instant now, Duration validity) {
    return authority(keys.getPublic(), subject, subject, keys, null, 1, now, validity);
  }

  static X509Certificate issuing(
      PublicKey key,
      X500Principal subject,
      KeyPair root,
      X509Certificate rootCertificate,
      Instant now,
      Duration validity) {
    var issuer = rootCertificate.getSubjectX500Principal();
    return authority(key, subject, issuer, root, rootCertificate, 0, now, validity);
  }

  static X509Certificate leaf(
      PublicKey key,
      X500Principal subject,
      List<GeneralName> names,
      LeafProfile profile,
      PrivateKey issuingKey,
      X509Certificate issuing,
      Instant now,
      Instant until) {
    var builder = builder(issuing.getSubjectX500Principal(), subject, key, now, until);
    try {
      var extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(profile.purposes()));
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.toArray(GeneralName[]::new)));
      }
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(issuing.getPublicKey()));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException("certificate for " + subject + " could not be made", e);
    }
    return signed(builder, issuingKey, "SHA256withECDSA");
  }

  private static X509Certificate authority(
      PublicKey key,
      X500Principal subject,
      X500Principal issuer,
      KeyPair signer,
      @org.jspecify.annotations.Nullable X509Certificate issuerCertificate,
      int pathLength,
      Instant now,
      Duration validity) {
    var builder = builder(issuer, subject, key, now, now.plus(validity));
    try {
      var extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
      if (issuerCertificate != null) {
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(issuerCertificate.getPublicKey()));
      }
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException("certificate for " + subject + " could not be made", e);
    }
    // The root is P-384, so its signatures use the hash of the same strength.
    return signed(builder, signer.getPrivate(), "SHA384withECDSA");
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, PublicKey key, Instant now, Instant until) {
    return new JcaX509v3CertificateBuilder(
        issuer, newSerial(), Date.from(now.minus(CLOCK_LEEWAY)), Date.from(until), subject, key);
  }

  /** 127 random bits: positive, never repeated, no more than the 20 octets of RFC 5280. */
  private static BigInteger newSerial() {
    return new BigInteger(127, RANDOM).setBit(126);
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, PrivateKey key, String algorithm) {
    try {
      var signer = new JcaContentSignerBuilder(algorithm).build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("certificate could not be signed", e);
    }
  }
}
