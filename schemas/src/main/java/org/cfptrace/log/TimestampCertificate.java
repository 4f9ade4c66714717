package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** The certificate of the authority whose time stamps are believed; pinned, not looked up. */
public record TimestampCertificate(X509Certificate certificate) {
  public TimestampCertificate {
    requireNonNull(certificate, "certificate");
  }

  /** Reads the DER form in standard base64. */
  public static TimestampCertificate parse(String base64) {
    byte[] der = NoteBase64.decode(base64);
    try {
      return new TimestampCertificate(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      throw new MalformedException(Fault.ENCODING, "not a certificate", e);
    }
  }

  /** The DER form in standard base64. */
  public String base64() {
    try {
      return NoteBase64.encode(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate could not be written", e);
    }
  }
}
