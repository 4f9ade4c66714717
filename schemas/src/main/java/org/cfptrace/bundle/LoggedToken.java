package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.log.InclusionProof;

/**
 * A token that the registry has signed, and where it stands in the public log; nothing of it is
 * believed yet.
 *
 * @param proof leads to the bundle's checkpoint; empty where there is none, and then the token
 *     counts for nothing
 */
public record LoggedToken(String token, Optional<InclusionProof> proof) {
  public LoggedToken {
    requireNonNull(token, "token");
    requireNonNull(proof, "proof");
  }
}
