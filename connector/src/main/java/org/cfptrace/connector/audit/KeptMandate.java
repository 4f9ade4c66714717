package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * A mandate that we have issued, or received as an auditor.
 *
 * @param token as it was signed
 * @param issuedBy who has issued it here; empty for a received one
 * @param number counts up as they are kept
 */
public record KeptMandate(
    UUID id,
    Side side,
    ParticipantId company,
    ParticipantId auditor,
    TraceId product,
    Period period,
    long depth,
    Instant expiresAt,
    String token,
    Optional<String> issuedBy,
    Instant keptAt,
    Optional<Instant> withdrawnAt,
    long number) {
  private static final String URN = "urn:uuid:";

  /** From where we see it. */
  public enum Side {
    ISSUED,
    RECEIVED
  }

  /** Why nothing can be done under it any more. */
  public enum Ended {
    EXPIRED,
    WITHDRAWN
  }

  public KeptMandate {
    requireNonNull(id, "id");
    requireNonNull(side, "side");
    requireNonNull(company, "company");
    requireNonNull(auditor, "auditor");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(token, "token");
    requireNonNull(issuedBy, "issuedBy");
    requireNonNull(keptAt, "keptAt");
    requireNonNull(withdrawnAt, "withdrawnAt");
  }

  /** Its {@code jti}. */
  public String jti() {
    return URN + id;
  }

  /** The id in a {@code jti}. */
  public static UUID idOf(String jti) {
    return UUID.fromString(jti.substring(URN.length()));
  }
}
