package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeyUse;
import org.cfptrace.verify.TokenClaims;

/**
 * One key in a participant's signed history.
 *
 * @param jwk the public key as the exact JSON of {@link VerificationKey#jwk()}
 * @param to when it was replaced; what it signed before stays good
 * @param revokedAt when it was withdrawn
 * @param compromisedSince from when on nothing it signed is good
 * @param proof for an encryption key the {@link KeyBinding}, for a signing key the {@link
 *     KeySuccession} by the one before it, if there is one
 */
public record KeyRecord(
    KeyThumbprint kid,
    Use use,
    String jwk,
    Instant from,
    Optional<Instant> to,
    Optional<Instant> revokedAt,
    Optional<Instant> compromisedSince,
    Optional<String> proof) {

  /** What a key is for; never both. */
  public enum Use {
    SIGN,
    ENC
  }

  public KeyRecord {
    requireNonNull(kid, "kid");
    requireNonNull(use, "use");
    requireNonNull(jwk, "jwk");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(revokedAt, "revokedAt");
    requireNonNull(compromisedSince, "compromisedSince");
    requireNonNull(proof, "proof");
  }

  /** A signing key that starts now. */
  public static KeyRecord signing(VerificationKey key, Instant from, Optional<String> succession) {
    return new KeyRecord(
        key.thumbprint(),
        Use.SIGN,
        key.jwk(),
        from,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        succession);
  }

  /** An encryption key that starts now, with the binding that proves whose it is. */
  public static KeyRecord encryption(SealingKey key, Instant from, String binding) {
    return new KeyRecord(
        key.thumbprint(),
        Use.ENC,
        key.jwk(),
        from,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(binding));
  }

  /** Whether it is the key to use now. */
  public boolean isCurrent() {
    return to.isEmpty() && revokedAt.isEmpty() && compromisedSince.isEmpty();
  }

  /** Whether something signed at {@code at} counts. */
  public boolean wasGoodAt(Instant at) {
    return !at.isBefore(from)
        && to.map(at::isBefore).orElse(true)
        && revokedAt.map(at::isBefore).orElse(true)
        && compromisedSince.map(at::isBefore).orElse(true);
  }

  /** The key, when it is one that signs. */
  public VerificationKey verificationKey() {
    return VerificationKey.ofJwk(StrictJson.parse(jwk.getBytes(US_ASCII)));
  }

  /** The key, when it is one to seal to. */
  public SealingKey sealingKey() {
    return SealingKey.ofJwk(StrictJson.parse(jwk.getBytes(US_ASCII)));
  }

  /** As the strict reader knows a signing key. */
  public org.cfptrace.verify.KeyRecord asRead() {
    return asRead(CryptoProviders.chosen());
  }

  /** The same, its signatures checked by this provider. */
  public org.cfptrace.verify.KeyRecord asRead(CryptoProvider provider) {
    // Revoked is the end of a key as much as replaced is; the earlier of the two counts.
    return new org.cfptrace.verify.KeyRecord(
        VerificationKey.ofJwk(StrictJson.parse(jwk.getBytes(US_ASCII)), provider),
        KeyUse.SIGN,
        "ES256",
        from,
        revokedAt.filter(at -> to.filter(at::isAfter).isEmpty()).or(() -> to),
        compromisedSince);
  }

  ObjectNode toJson() {
    var json =
        StrictJson.object().put("kid", kid.value()).put("use", use.name().toLowerCase(Locale.ROOT));
    json.set("jwk", StrictJson.parse(jwk.getBytes(US_ASCII)));
    json.put("from", from.getEpochSecond());
    to.ifPresent(at -> json.put("to", at.getEpochSecond()));
    revokedAt.ifPresent(at -> json.put("revokedAt", at.getEpochSecond()));
    compromisedSince.ifPresent(at -> json.put("compromisedSince", at.getEpochSecond()));
    proof.ifPresent(text -> json.put("proof", text));
    return json;
  }

  static KeyRecord fromJson(JsonNode node) {
    var members = Members.of(node, "key");
    var use = members.value("use", KeyRecord::use);
    var jwk = members.any("jwk");
    var key = VerificationKey.ofJwk(jwk);
    var record =
        new KeyRecord(
            members.value("kid", KeyThumbprint::new),
            use,
            key.jwk(),
            TokenClaims.instant(members, "from"),
            time(members, "to"),
            time(members, "revokedAt"),
            time(members, "compromisedSince"),
            members.optionalText("proof", 8192));
    members.end();
    if (!record.kid.equals(key.thumbprint())) {
      throw new IllegalArgumentException("kid is not the key's thumbprint");
    }
    return record;
  }

  private static Use use(String text) {
    return switch (text) {
      case "sign" -> Use.SIGN;
      case "enc" -> Use.ENC;
      default -> throw new IllegalArgumentException("use is sign or enc");
    };
  }

  private static Optional<Instant> time(Members members, String name) {
    return members.has(name) ? Optional.of(TokenClaims.instant(members, name)) : Optional.empty();
  }
}
