package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the registry answered to an enrolment, checked.
 *
 * @param chain the issuing certificates, without the root
 * @param principal our name at the broker, {@code <id>.<key number>}
 */
public record Enrolment(
    X509Certificate signingCertificate,
    X509Certificate tlsCertificate,
    List<X509Certificate> chain,
    String principal,
    DirectoryEntry entry) {
  public Enrolment {
    requireNonNull(signingCertificate, "signingCertificate");
    requireNonNull(tlsCertificate, "tlsCertificate");
    chain = List.copyOf(chain);
    requireNonNull(principal, "principal");
    requireNonNull(entry, "entry");
  }
}
