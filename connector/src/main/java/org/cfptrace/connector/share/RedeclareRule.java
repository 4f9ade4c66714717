package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When a changed figure goes to a partner without a person: always, below a share of change, or
 * never.
 *
 * @param percent the change in percent below which nobody is asked; there exactly for
 *     AUTOMATIC_BELOW
 */
public record RedeclareRule(Kind kind, Optional<BigDecimal> percent) {
  /** The three rules. */
  public enum Kind {
    AUTOMATIC,
    AUTOMATIC_BELOW,
    ASK
  }

  /** A person is asked: what holds until an approver has said otherwise. */
  public static final RedeclareRule ASK = new RedeclareRule(Kind.ASK, Optional.empty());

  public static final RedeclareRule AUTOMATIC = new RedeclareRule(Kind.AUTOMATIC, Optional.empty());

  public RedeclareRule {
    requireNonNull(kind, "kind");
    if (percent.isPresent() != (kind == Kind.AUTOMATIC_BELOW)) {
      throw new IllegalArgumentException(
          "a percentage belongs to AUTOMATIC_BELOW, seen " + kind + " with " + percent);
    }
    if (percent.isPresent() && percent.get().signum() <= 0) {
      throw new IllegalArgumentException("expected more than 0 percent, seen " + percent.get());
    }
  }

  /** Without a person where the change is smaller than this. */
  public static RedeclareRule below(BigDecimal percent) {
    return new RedeclareRule(Kind.AUTOMATIC_BELOW, Optional.of(percent));
  }
}
