package org.cfptrace.aggregator.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;

/**
 * An auditor's word as it is attached to a declaration. Whether it is good is not judged here.
 *
 * @param word the token; empty where nothing is attached that could be one
 */
public record AttachedAttestation(String word) {
  public AttachedAttestation {
    requireNonNull(word, "word");
  }

  /** What the claim {@code attest} holds. */
  public static AttachedAttestation in(JsonNode claim) {
    return new AttachedAttestation(claim.path("jws").asText());
  }

  /** What it is known by when its auditor takes it back. */
  public String sha256() {
    return Base64Url.encode(Sha256.of(word.getBytes(UTF_8)));
  }
}
