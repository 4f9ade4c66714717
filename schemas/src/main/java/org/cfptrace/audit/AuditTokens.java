package org.cfptrace.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;

/** What the tokens of an audit have in common. */
final class AuditTokens {
  /** The longest mandate, endorsement or attestation: they go through a door of 16 KiB. */
  static final int LONGEST_LEAVE = 4096;

  /** How long a leave may hold at most: an audit waits for companies that are offline. */
  static final Duration LONGEST_LIFE = Duration.ofDays(366);

  /** The most companies between a product and its first material. */
  static final int DEEPEST = 50;

  private AuditTokens() {}

  /** The payload in its form, or why it is not of it. */
  static <T> Reading<T> inForm(JsonNode payload, String name, Function<Members, T> form) {
    try {
      Members members = Members.of(payload, name);
      T read = form.apply(members);
      members.end();
      return Reading.accepted(read);
    } catch (MalformedException e) {
      return Reading.stopped(Reason.of(e, Reason.MALFORMED_PAYLOAD), message(e), Optional.empty());
    } catch (IllegalArgumentException e) {
      return Reading.stopped(Reason.MALFORMED_PAYLOAD, message(e), Optional.empty());
    }
  }

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

  private static String message(RuntimeException e) {
    return Objects.requireNonNullElse(e.getMessage(), "not of the agreed form");
  }
}
