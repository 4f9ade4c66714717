package org.cfptrace.registry.certificate;

import java.time.Duration;
import java.time.Instant;

/** The nonces we gave out, each good once, for one participant, for some minutes. */
public interface EnrolmentNonces {
  /**
   * How long a nonce is kept when it is of no use any more. It was refused before and is refused
   * after, so this only has to outlast what two instances' clocks may differ by.
   */
  Duration KEPT = Duration.ofDays(1);

  /** Keeps a nonce by its digest. */
  void keep(String digest, String shortId, Instant expiresAt);

  /** Uses up a nonce; false when there is none such, or used, or expired at {@code now}. */
  boolean use(String digest, String shortId, Instant now);

  /** Forgets nonces that were used or had expired by {@code before}. */
  void forget(Instant before);
}
