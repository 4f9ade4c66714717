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
  private static final int LONGEST_CARRIER = 384 * 1024;

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
    return read(token, typ, LONGEST, keys);
  }

  /** Reads a token of at most {@code longest} characters. */
  static Reading<Verified> read(
      String token,
      String typ,
      int longest,
      Function<KeyThumbprint, Optional<VerificationKey>> keys) {
    return read(token, typ, keys, longest, StrictJson::parse);
  }

  /** As {@link #read}, for a token that carries one long text, as a status list does. */
  public static Reading<Verified> readCarrier(
      String token, String typ, Function<KeyThumbprint, Optional<VerificationKey>> keys) {
    return read(token, typ, keys, LONGEST_CARRIER, StrictJson::parseCarrier);
  }

  private static Reading<Verified> read(
      String token,
      String typ,
      Function<KeyThumbprint, Optional<VerificationKey>> keys,
      int longest,
      Function<byte[], JsonNode> parsing) {
    try {
      Refusal.unless(
          token.length() <= longest,
          Reason.TOO_LARGE,
          "expected at most " + longest / 1024 + " KiB");
      CompactToken parts = CompactToken.parse(token, typ);
      VerificationKey key =
          keys.apply(parts.kid())
              .orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY, "no such key: " + parts.kid()));
      Refusal.unless(parts.isSignedBy(key), Reason.BAD_SIGNATURE, "signed by another key");
      return Reading.accepted(new Verified(parts.kid(), parsing.apply(parts.payload())));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }
}
