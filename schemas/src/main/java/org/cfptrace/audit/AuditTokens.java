package org.cfptrace.audit;

import java.time.Duration;
import java.time.Instant;

/** What the tokens of an audit have in common. */
final class AuditTokens {
  /** The longest mandate, endorsement or attestation: they go through a door of 16 KiB. */
  static final int LONGEST_LEAVE = 4096;

  /** How long a leave may hold at most: an audit waits for companies that are offline. */
  static final Duration LONGEST_LIFE = Duration.ofDays(366);

  /** The most companies between a product and its first material. */
  static final int DEEPEST = 50;

  private AuditTokens() {}

  static void checkLife(Instant issuedAt, Instant expiresAt) {
    if (!expiresAt.isAfter(issuedAt) || expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE))) {
      throw new IllegalArgumentException("it expires after its issue, within 366 days");
    }
  }

  static void checkDepth(long depth) {
    if (depth < 1 || depth > DEEPEST) {
      throw new IllegalArgumentException("depth: expected 1 to " + DEEPEST + ", saw " + depth);
    }
  }
}
