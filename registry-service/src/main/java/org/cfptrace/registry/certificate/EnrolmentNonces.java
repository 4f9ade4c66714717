package org.cfptrace.registry.certificate;

import java.time.Instant;

/** The nonces we gave out, each good once, for one participant, for some minutes. */
public interface EnrolmentNonces {
  /** Keeps a nonce by its digest. */
  void keep(String digest, String shortId, Instant expiresAt);

  /** Uses up a nonce; false when there is none such, or used, or expired at {@code now}. */
  boolean use(String digest, String shortId, Instant now);
}
