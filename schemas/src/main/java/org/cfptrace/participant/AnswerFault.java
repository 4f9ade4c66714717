package org.cfptrace.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why an entry that came over HTTP is not believed although the registry signed it: an old answer
 * kept by somebody on the way would show keys and a standing that are no more.
 */
public enum AnswerFault {
  /** It was signed too long ago, or by a clock too far ahead of ours. */
  STALE,
  /** We have seen a later state of this participant. */
  ROLLED_BACK;

  /** How far the instant at which an answer was signed may be from ours. */
  public static final Duration LONGEST_AGE = Duration.ofMinutes(5);

  /**
   * What is wrong with an answer.
   *
   * @param known the newest entry we have of this participant
   */
  public static Optional<AnswerFault> of(
      DirectoryEntry answer, Optional<DirectoryEntry> known, Instant now) {
    if (known.filter(entry -> entry.sequence() > answer.sequence()).isPresent()) {
      return Optional.of(ROLLED_BACK);
    }
    return Duration.between(answer.asOf(), now).abs().compareTo(LONGEST_AGE) > 0
        ? Optional.of(STALE)
        : Optional.empty();
  }
}
