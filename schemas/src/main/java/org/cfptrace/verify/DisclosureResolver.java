package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Puts disclosures in the places of their digests, as RFC 9901 section 7.1 tells a verifier to,
 * with every "MUST reject" kept: each digest occurs once, each disclosure belongs to one digest and
 * is of the kind its place asks for, and no disclosed name covers a plain one. What has no
 * disclosure disappears.
 */
final class DisclosureResolver {
  private static final String DIGESTS = "_sd";
  private static final String ALGORITHM = "_sd_alg";
  private static final String ELEMENT = "...";

  /** Disclosures within disclosures: claim, group and element are three. */
  private static final int MOST_NESTED = 8;

  private static final int DIGEST_LENGTH = 43;

  private final Map<String, DisclosureParts> disclosures = new HashMap<>();
  private final Set<String> digestsSeen = new HashSet<>();
  private int used;
  private int keptBack;
  private int nested;

  private DisclosureResolver() {}

  /**
   * The payload with everything that was disclosed.
   *
   * @param payload strict JSON, its signature checked
   * @param texts the disclosures as received
   */
  static ObjectNode resolve(JsonNode payload, List<String> texts) {
    return resolved(payload, texts).payload();
  }

  /**
   * A payload with all that was disclosed.
   *
   * @param placesKeptBack places of arrays whose disclosure was not there; digests of members may
   *     be decoys, those of array elements never are
   */
  record Resolved(ObjectNode payload, int placesKeptBack) {}

  /** As {@link #resolve}, and how much of arrays was kept back. */
  static Resolved resolved(JsonNode payload, List<String> texts) {
    Refusal.unless(payload.isObject(), Reason.MALFORMED_PAYLOAD, "expected an object");
    JsonNode algorithm = payload.get(ALGORITHM);
    Refusal.unless(
        algorithm == null || "sha-256".equals(algorithm.textValue()),
        Reason.MALFORMED_PAYLOAD,
        "expected digests of sha-256");
    DisclosureResolver resolver = new DisclosureResolver();
    texts.forEach(resolver::add);
    ObjectNode resolved = resolver.object(payload, 1);
    resolved.remove(ALGORITHM);
    Refusal.unless(
        resolver.used == resolver.disclosures.size(),
        Reason.UNREFERENCED_DISCLOSURE,
        "a disclosure has no digest in the payload");
    return new Resolved(resolved, resolver.keptBack);
  }

  private void add(String text) {
    DisclosureParts parts = DisclosureParts.parse(text);
    Refusal.unless(
        disclosures.put(parts.digest(), parts) == null,
        Reason.DUPLICATE_DISCLOSURE,
        "the same disclosure twice");
  }

  /** A disclosure may hold digests of further ones: their number and joint depth are bounded. */
  private JsonNode hidden(DisclosureParts parts, int depth) {
    nested++;
    Refusal.unless(
        nested <= MOST_NESTED, Reason.MALFORMED_DISCLOSURE, "disclosures nested too deep");
    JsonNode value = value(parts.value(), depth + 1);
    nested--;
    return value;
  }

  private JsonNode value(JsonNode node, int depth) {
    Refusal.unless(depth <= StrictJson.DEPTH, Reason.MALFORMED_DISCLOSURE, "nested too deep");
    if (node.isObject()) {
      return object(node, depth);
    }
    return node.isArray() ? array(node, depth) : node;
  }

  private ObjectNode object(JsonNode node, int depth) {
    ObjectNode result = StrictJson.object();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      Refusal.unless(
          !name.equals(ELEMENT), Reason.RESERVED_CLAIM_NAME, "a place of an array in an object");
      Refusal.unless(
          depth == 1 || !name.equals(ALGORITHM),
          Reason.RESERVED_CLAIM_NAME,
          "_sd_alg stands at the top only");
      if (!name.equals(DIGESTS)) {
        result.set(name, value(member.getValue(), depth + 1));
      }
    }
    JsonNode digests = node.get(DIGESTS);
    if (digests != null) {
      Refusal.unless(digests.isArray(), Reason.MALFORMED_PAYLOAD, "expected _sd to be an array");
      digests.forEach(digest -> disclose(digest, node, result, depth));
    }
    return result;
  }

  private void disclose(JsonNode digest, JsonNode plain, ObjectNode result, int depth) {
    DisclosureParts parts = claim(digest);
    if (parts == null) {
      return;
    }
    String name =
        parts
            .name()
            .orElseThrow(
                () ->
                    new Refusal(
                        Reason.MALFORMED_DISCLOSURE, "an array's disclosure used in an object"));
    Refusal.unless(
        !plain.has(name) && !result.has(name) && !name.equals(ALGORITHM),
        Reason.CLAIM_COLLISION,
        "disclosed under a name that is there already");
    result.set(name, hidden(parts, depth));
  }

  private ArrayNode array(JsonNode node, int depth) {
    ArrayNode result = StrictJson.array();
    for (JsonNode item : node) {
      if (item.isObject() && item.has(ELEMENT)) {
        Refusal.unless(item.size() == 1, Reason.MALFORMED_PAYLOAD, "a place with further members");
        DisclosureParts parts = claim(item.get(ELEMENT));
        if (parts != null) {
          Refusal.unless(
              parts.name().isEmpty(),
              Reason.MALFORMED_DISCLOSURE,
              "an object's disclosure used in an array");
          result.add(hidden(parts, depth));
        } else {
          keptBack++;
        }
      } else {
        result.add(value(item, depth + 1));
      }
    }
    return result;
  }

  /** The disclosure of a digest, or null where it was kept back or is a decoy. */
  private @Nullable DisclosureParts claim(JsonNode digest) {
    Refusal.unless(
        digest.isTextual() && Base64Url.isSpelled(digest.textValue(), DIGEST_LENGTH),
        Reason.MALFORMED_PAYLOAD,
        "expected a digest of 43 characters");
    Refusal.unless(
        digestsSeen.add(digest.textValue()), Reason.DUPLICATE_DIGEST, "the same digest twice");
    DisclosureParts parts = disclosures.get(digest.textValue());
    if (parts != null) {
      used++;
    }
    return parts;
  }
}
