package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Opens signed tokens whose {@code iss} says whose key to take. */
final class DirectoryTokens {
  private DirectoryTokens() {}

  static Reading<JsonNode> read(String token, String typ, int longest, Signers signers) {
    return opened(
        token,
        typ,
        longest,
        (parts, payload) -> {
          Signers.Signed signed = signers.checkSignature(parts, TokenClaims.issuer(payload));
          signers.checkStanding(signed, issuedAt(payload));
        });
  }

  static Reading<JsonNode> readLater(
      String token, String typ, int longest, KeyDirectory directory) {
    return opened(
        token,
        typ,
        longest,
        (parts, payload) -> {
          Signers.Signed signed =
              Signers.checkSignature(directory, parts, TokenClaims.issuer(payload));
          Instant issuedAt = issuedAt(payload);
          Refusal.unless(
              !signed.key().isCompromisedAt(issuedAt),
              Reason.COMPROMISED_KEY,
              "reported as compromised by " + issuedAt);
          Refusal.unless(
              signed.key().isValidAt(issuedAt), Reason.KEY_NOT_VALID_THEN, "issued at " + issuedAt);
        });
  }

  private static Instant issuedAt(JsonNode payload) {
    return TokenClaims.instant(Members.of(payload, ""), "iat");
  }

  private static Reading<JsonNode> opened(
      String token, String typ, int longest, BiConsumer<CompactToken, JsonNode> judging) {
    try {
      Refusal.unless(
          token.length() <= longest,
          Reason.TOO_LARGE,
          "expected at most " + longest / 1024 + " KiB");
      CompactToken parts = CompactToken.parse(token, typ);
      JsonNode payload = StrictJson.parse(parts.payload());
      judging.accept(parts, payload);
      return Reading.accepted(payload);
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }
}
