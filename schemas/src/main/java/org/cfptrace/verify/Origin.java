package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;

/**
 * Where a message that was not accepted came from; known only once its signature was checked and
 * only if it was addressed to us, so that a refusal goes to who really sent it and its place in the
 * thread counts as used.
 */
public record Origin(ParticipantId issuer, String jti, String thread, long seq) {
  public Origin {
    requireNonNull(issuer, "issuer");
    requireNonNull(jti, "jti");
    requireNonNull(thread, "thread");
  }
}
