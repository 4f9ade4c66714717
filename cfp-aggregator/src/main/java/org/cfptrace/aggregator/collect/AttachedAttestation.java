package org.cfptrace.aggregator.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * An auditor's word as it is attached to a declaration. Whether it is good is not judged here; this
 * is what it is known by when its auditor takes it back.
 *
 * @param sha256 of the word as it is attached, base64url
 * @param auditor who it says has signed it; empty where it is no token
 */
public record AttachedAttestation(String sha256, Optional<ParticipantId> auditor) {
  public AttachedAttestation {
    requireNonNull(sha256, "sha256");
    requireNonNull(auditor, "auditor");
  }

  /** What the claim {@code attest} holds. */
  public static AttachedAttestation in(JsonNode claim) {
    String word = claim.path("jws").asText();
    return new AttachedAttestation(Base64Url.encode(Sha256.of(word.getBytes(UTF_8))), signer(word));
  }

  private static Optional<ParticipantId> signer(String word) {
    String[] parts = word.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode payload = StrictJson.parse(Base64Url.decode(parts[1]));
      return Optional.of(new ParticipantId(payload.path("iss").asText()));
    } catch (MalformedException | IllegalArgumentException notSigned) {
      return Optional.empty();
    }
  }
}
