package org.cfptrace.participant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.StrictJws;

/** Opens the small tokens of this package through the one strict reader. */
final class Tokens {
  private Tokens() {}

  static JsonNode payload(String token, String type, VerificationKey signer) {
    return payload(
        token,
        type,
        kid -> kid.equals(signer.thumbprint()) ? Optional.of(signer) : Optional.empty());
  }

  static JsonNode payload(
      String token, String type, Function<KeyThumbprint, Optional<VerificationKey>> keys) {
    return payload(StrictJws.read(token, type, keys));
  }

  /** The payload of a token that carries one long text. */
  static JsonNode carrierPayload(String token, String type, VerificationKey signer) {
    return payload(
        StrictJws.readCarrier(
            token,
            type,
            kid -> kid.equals(signer.thumbprint()) ? Optional.of(signer) : Optional.empty()));
  }

  private static JsonNode payload(Reading<StrictJws.Verified> reading) {
    return reading.fold(
        accepted -> accepted.value().payload(),
        held -> {
          throw new UntrustedException(held.reason(), held.detail());
        },
        refused -> {
          throw new UntrustedException(refused.reason(), refused.detail());
        });
  }

  static UntrustedException malformed(MalformedException e) {
    return new UntrustedException(Reason.MALFORMED_PAYLOAD, String.valueOf(e.getMessage()));
  }
}
