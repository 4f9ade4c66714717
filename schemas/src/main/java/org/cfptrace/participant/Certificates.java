package org.cfptrace.participant;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Reads certificates and checks their path to the root of the data space. */
final class Certificates {
  private Certificates() {}

  static X509Certificate read(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  static X509Certificate readPem(String pem) {
    try {
      return read(Pem.read("CERTIFICATE", pem));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("certificate without an encoding", e);
    }
  }

  /** Refuses a path (leaf first, without the root) that does not end at {@code root}. */
  static void requirePath(List<X509Certificate> path, X509Certificate root, Instant now) {
    try {
      var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      // Leaves live 90 days and the directory tells a revocation at once; there is no CRL yet.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      var certificates = CertificateFactory.getInstance("X.509").generateCertPath(path);
      CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
    } catch (InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("root certificate cannot be used", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the certificate does not lead to our root", e);
    }
  }
}
