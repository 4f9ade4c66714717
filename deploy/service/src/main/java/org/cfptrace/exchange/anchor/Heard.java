package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;

/**
 * A declaration that was taken before, as far as its proof is about it.
 *
 * @param token the signed token, with or without disclosures
 */
public record Heard(ParticipantId issuer, String token) {
  public Heard {
    requireNonNull(issuer, "issuer");
    requireNonNull(token, "token");
  }

  @Override
  public String toString() {
    return "Heard[" + issuer + "]";
  }
}
