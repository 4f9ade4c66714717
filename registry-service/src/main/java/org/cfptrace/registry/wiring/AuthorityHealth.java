package org.cfptrace.registry.wiring;

import java.time.Clock;
import java.time.Duration;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the issuing certificate is good for another day. */
@Readiness
class AuthorityHealth implements HealthCheck {
  private static final Duration LEAST = Duration.ofDays(1);

  private final CertificateAuthority authority;
  private final Clock clock;

  AuthorityHealth(CertificateAuthority authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var end = authority.notAfter();
    return HealthCheckResponse.named("authority")
        .status(end.isAfter(clock.instant().plus(LEAST)))
        .withData("issuingCertificateEnds", end.toString())
        .build();
  }
}
