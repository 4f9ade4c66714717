package org.cfptrace.registry.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.KeyRecord;

/** Every key a participant ever enrolled; nothing is ever taken out. */
public interface KeyHistory {
  /** All keys of a participant, oldest first. */
  List<KeyRecord> of(String shortId);

  /** Adds keys of a participant and ends those that were in use. */
  void succeed(String shortId, int keyNumber, List<KeyRecord> keys, Instant now);

  /** Whether anybody ever enrolled this key, for whatever use. */
  boolean knows(KeyThumbprint kid);

  /** Remembers the TLS key and both certificates of a key number. */
  void certified(
      String shortId,
      int keyNumber,
      KeyThumbprint tlsKey,
      X509Certificate signing,
      X509Certificate tls,
      Instant notAfter);

  /** The signing key of this name that is in use, and whose it is. */
  Optional<Owner> currentSigner(KeyThumbprint kid);

  /** All key numbers of a participant, and which of them may connect at {@code now}. */
  List<Connection> connections(String shortId, Instant now);

  /** A signing key and its owner. */
  record Owner(ParticipantId participant, VerificationKey key) {}

  /** One key number at the broker. */
  record Connection(int keyNumber, boolean mayConnect) {}
}
