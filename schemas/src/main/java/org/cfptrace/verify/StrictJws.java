package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * Reads the simple signed tokens that are neither message nor declaration (directory entries, key
 * bindings, signed calls): exact header, known key, ES256, strict JSON. What the payload means, and
 * when it expires, is for the caller to judge.
 */
public final class StrictJws {
  private static final int LONGEST = 64 * 1024;

  private StrictJws() {}

  /** A payload whose signature was checked, and the key that signed it. */
  public record Verified(KeyThumbprint kid, JsonNode payload) {}

  /**
   * Reads a token of type {@code typ}.
   *
   * @param keys the keys that may have signed it; an unknown name is refused
   */
  public static Reading<Verified> read(
      String token, String typ, Function<KeyThumbprint, Optional<VerificationKey>> keys) {
    try {
      Refusal.unless(token.length() <= LONGEST, Reason.TOO_LARGE, "expected at most 64 KiB");
      CompactToken parts = CompactToken.parse(token, typ);
      VerificationKey key =
          keys.apply(parts.kid())
              .orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY, "no such key: " + parts.kid()));
      Refusal.unless(parts.isSignedBy(key), Reason.BAD_SIGNATURE, "signed by another key");
      return Reading.accepted(new Verified(parts.kid(), StrictJson.parse(parts.payload())));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }
}
