package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** The one-time codes on file, each under its digest. */
public interface EnrolmentCodes {
  /** A code as we keep it: not the code itself. */
  record Kept(String digest, String shortId, Instant expiresAt, Optional<Instant> usedAt) {
    public Kept {
      requireNonNull(digest, "digest");
      requireNonNull(shortId, "shortId");
      requireNonNull(expiresAt, "expiresAt");
      requireNonNull(usedAt, "usedAt");
    }
  }

  /** Keeps a code; those given to the participant before and not used are void from now on. */
  void replace(Kept code);

  /** Finds a code and keeps others from using it until the transaction ends. */
  Optional<Kept> findToUse(String shortId, String digest);

  void markUsed(String digest, Instant at);
}
