package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * JSON documents that leave: indented UTF-8 with a line feed at each line's end, members in the
 * order they were put, numbers with the digits they have and never an exponent. The same tree is
 * the same bytes on every machine.
 */
public final class JsonDocument {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final DefaultIndenter TWO_BLANKS = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JSON.writer(
          new DefaultPrettyPrinter().withObjectIndenter(TWO_BLANKS).withArrayIndenter(TWO_BLANKS));

  private JsonDocument() {}

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /** Writes a document. */
  public static byte[] write(JsonNode document) {
    try {
      return (WRITER.writeValueAsString(document) + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree could not be written", e);
    }
  }

  /**
   * Reads a document; numbers keep their digits.
   *
   * @throws IllegalArgumentException where it is not one JSON value, or names a member twice
   */
  public static JsonNode read(byte[] json) {
    JsonNode read;
    try {
      read = JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("this is not JSON that can be read in one way only", e);
    }
    if (read == null || read.isMissingNode()) {
      throw new IllegalArgumentException("this is not JSON, there is nothing");
    }
    return read;
  }
}
