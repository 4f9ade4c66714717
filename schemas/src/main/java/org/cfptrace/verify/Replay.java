package org.cfptrace.verify;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/** The same identifier with the same content is harmless; with other content it is refused. */
final class Replay {
  private Replay() {}

  static boolean isRepeat(Seen seen, ParticipantId issuer, String jti, String digest) {
    return isRepeat(seen.digestOf(issuer, jti), jti, digest);
  }

  /** As the other, of what was recorded under that identifier. */
  static boolean isRepeat(Optional<String> before, String jti, String digest) {
    Refusal.unless(
        before.isEmpty() || before.get().equals(digest),
        Reason.REPLAYED,
        jti + " was used before with other content");
    return before.isPresent();
  }
}
