package org.cfptrace.aggregator.battery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.StrictJson;

/**
 * One spelling of JSON, to be hashed: members sorted by their UTF-16 code units, no white space, as
 * RFC 8785 has it for objects, arrays and texts without control characters. Numbers go in as texts.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  /** SHA-256 of the one spelling, base64url. */
  static String hash(JsonNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(StrictJson.write(sorted(json))));
  }

  /** A list of texts. */
  static ArrayNode texts(List<String> texts) {
    ArrayNode array = StrictJson.array();
    texts.forEach(array::add);
    return array;
  }

  private static JsonNode sorted(JsonNode json) {
    if (json.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      json.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode object = StrictJson.object();
      members.forEach(object::set);
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = StrictJson.array();
      json.forEach(item -> array.add(sorted(item)));
      return array;
    }
    if (!json.isTextual()) {
      throw new IllegalArgumentException("only texts are hashed, got " + json.getNodeType());
    }
    return json;
  }
}
