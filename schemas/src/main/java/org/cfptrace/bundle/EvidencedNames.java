package org.cfptrace.bundle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * What the companies of an audit are called by the registry's entries in its evidence: the names
 * they had when they were judged, whoever is renamed later. A report names identifiers only.
 */
public final class EvidencedNames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EvidencedNames() {}

  /**
   * The names in a file of evidence that we have kept; it is only taken apart, and only the
   * directory in it, since the whole may be large.
   */
  public static Map<ParticipantId, String> of(byte[] bundle) {
    Map<ParticipantId, String> names = new LinkedHashMap<>();
    try (JsonParser json = JSON.getFactory().createParser(bundle)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isDirectory = json.currentName().equals("directory");
        json.nextToken();
        if (isDirectory) {
          read(json, names);
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("evidence that was kept can be read", e);
    }
    return names;
  }

  private static void read(JsonParser json, Map<ParticipantId, String> names) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      JsonNode entry = json.readValueAsTree();
      String token = entry.path("token").textValue();
      JsonNode record = StrictJson.parseCarrier(Base64Url.decode(token.split("\\.", -1)[1]));
      names.put(new ParticipantId(record.path("sub").textValue()), record.path("name").textValue());
    }
  }
}
