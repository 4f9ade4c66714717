package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;

/**
 * Opens tokens that companies sign beside messages and declarations, such as mandates: exact
 * header, the issuer's key, ES256, strict JSON. What the payload means is for its own type to read.
 */
@FunctionalInterface
public interface SignedTokens {

  /** Opens a token of type {@code typ} that is at most {@code longest} characters. */
  Reading<JsonNode> read(String token, String typ, int longest);

  /**
   * Judges as on receipt: the key is one of the issuer's, was valid at {@code iat} and is not
   * compromised, and the issuer is in good standing now.
   */
  static SignedTokens of(KeyDirectory directory, Clock clock) {
    Signers signers = new Signers(directory, clock);
    return (token, typ, longest) -> DirectoryTokens.read(token, typ, longest, signers);
  }

  /**
   * Judges by the history alone, as a stranger does later: the key is one of the issuer's, was
   * valid at {@code iat} and was not compromised by then.
   */
  static SignedTokens ofHistory(KeyDirectory directory) {
    return (token, typ, longest) -> DirectoryTokens.readLater(token, typ, longest, directory);
  }

  /** Takes tokens signed with any of these keys; whose they are is for the caller to know. */
  static SignedTokens signedBy(Function<KeyThumbprint, Optional<VerificationKey>> keys) {
    return (token, typ, longest) ->
        StrictJws.read(token, typ, longest, keys)
            .then(verified -> Reading.accepted(verified.payload()));
  }
}
