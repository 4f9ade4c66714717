package org.cfptrace.verify;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/** The same identifier with the same content is harmless; with other content it is refused. */
final class Replay {
  private Replay() {}

  static boolean isRepeat(Seen seen, ParticipantId issuer, String jti, String digest) {
    Optional<String> before = seen.digestOf(issuer, jti);
    Refusal.unless(
        before.isEmpty() || before.get().equals(digest),
        Reason.REPLAYED,
        jti + " was used before with other content");
    return before.isPresent();
  }
}
