package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.KeyUse;

/** A key in the directory of a sample, in seconds since 1970. */
record KnownKey(
    JsonNode jwk,
    KeyUse use,
    String algorithm,
    long from,
    Optional<Long> to,
    Optional<Long> compromisedSince) {
  private static final long YEAR = 365L * 86_400;

  /** A signing key of the year before. */
  static KnownKey signing(TestKey key) {
    return new KnownKey(
        key.publicNode(),
        KeyUse.SIGN,
        "ES256",
        Cast.IAT - YEAR,
        Optional.empty(),
        Optional.empty());
  }

  static KnownKey encrypting(TestKey key) {
    return new KnownKey(
        key.publicNode(),
        KeyUse.ENCRYPT,
        "ECDH-ES+A256KW",
        Cast.IAT - YEAR,
        Optional.empty(),
        Optional.empty());
  }

  KnownKey withAlgorithm(String other) {
    return new KnownKey(jwk, use, other, from, to, compromisedSince);
  }

  KnownKey validFrom(long instant) {
    return new KnownKey(jwk, use, algorithm, instant, to, compromisedSince);
  }

  KnownKey validTo(long instant) {
    return new KnownKey(jwk, use, algorithm, from, Optional.of(instant), compromisedSince);
  }

  KnownKey compromised(long since) {
    return new KnownKey(jwk, use, algorithm, from, to, Optional.of(since));
  }

  boolean isOf(TestKey key) {
    return jwk.equals(key.publicNode());
  }

  KeyRecord record(CryptoProvider provider) {
    return new KeyRecord(
        VerificationKey.ofJwk(jwk, provider),
        use,
        algorithm,
        Instant.ofEpochSecond(from),
        to.map(Instant::ofEpochSecond),
        compromisedSince.map(Instant::ofEpochSecond));
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object();
    json.set("jwk", jwk);
    json.put("use", use.name()).put("algorithm", algorithm).put("from", from);
    to.ifPresent(end -> json.put("to", end));
    compromisedSince.ifPresent(since -> json.put("compromisedSince", since));
    return json;
  }

  static KnownKey fromJson(JsonNode json) {
    return new KnownKey(
        json.get("jwk"),
        KeyUse.valueOf(json.get("use").textValue()),
        json.get("algorithm").textValue(),
        json.get("from").longValue(),
        Optional.ofNullable(json.get("to")).map(JsonNode::longValue),
        Optional.ofNullable(json.get("compromisedSince")).map(JsonNode::longValue));
  }
}
