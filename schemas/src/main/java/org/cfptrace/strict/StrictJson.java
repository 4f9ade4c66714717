package org.cfptrace.strict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * JSON that can be read in one way only: strict UTF-8, one value, no member twice, no number with a
 * fraction or exponent, no NUL, no lone surrogate, at most 16 levels deep.
 */
public final class StrictJson {
  /** Deepest nesting taken. */
  public static final int DEPTH = 16;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final ObjectMapper SMALL = mapper(32 * 1024);
  private static final ObjectMapper LARGE = mapper(256 * 1024);
  private static final ObjectMapper ARCHIVE = mapper(64 * 1024 * 1024);

  private StrictJson() {}

  /** Reads one JSON value whose strings hold at most 32 Ki characters. */
  public static JsonNode parse(byte[] utf8) {
    return parse(SMALL, utf8);
  }

  /**
   * Reads one JSON value that may carry a whole token as a string: what others have signed. For the
   * readers of this module alone; everybody else is given what these have checked.
   */
  public static JsonNode parseCarrier(byte[] utf8) {
    return parse(LARGE, utf8);
  }

  /** Reads back what we wrote ourselves, such as a column of our own tables. */
  public static JsonNode parseKept(String json) {
    return parse(LARGE, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one JSON value from a file that holds what many messages brought. */
  public static JsonNode parseArchive(byte[] utf8) {
    return parse(ARCHIVE, utf8);
  }

  /** Writes without white space, members in the order they were put. */
  public static byte[] write(JsonNode node) {
    try {
      return SMALL.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree could not be written", e);
    }
  }

  public static ObjectNode object() {
    return SMALL.createObjectNode();
  }

  public static ArrayNode array() {
    return SMALL.createArrayNode();
  }

  private static JsonNode parse(ObjectMapper mapper, byte[] utf8) {
    checkEncoding(utf8);
    JsonNode node;
    try (JsonParser parser = mapper.getFactory().createParser(utf8)) {
      node = mapper.readTree(parser);
    } catch (IOException e) {
      // The parser's own message may quote the text, which may be a trade secret: leave it out.
      throw new MalformedException(Fault.JSON, "not strict JSON");
    }
    if (node == null || node.isMissingNode()) {
      throw new MalformedException(Fault.JSON, "expected one JSON value, saw nothing");
    }
    checkNumbers(node);
    if (holdsEscapes(utf8)) {
      // Only an escape can bring in what well-formed UTF-8 and strict JSON do not hold.
      checkTexts(node);
    }
    return node;
  }

  /**
   * Strict UTF-8 without byte order mark and NUL, so that nobody guesses another encoding and
   * nothing is silently replaced.
   */
  private static void checkEncoding(byte[] utf8) {
    int bits = 0;
    for (byte b : utf8) {
      if (b == 0) {
        throw new MalformedException(Fault.JSON, "the text holds NUL");
      }
      bits |= b;
    }
    // Negative when a byte is: text of ASCII alone is well-formed as it stands.
    if (bits < 0 && text(utf8).charAt(0) == BYTE_ORDER_MARK) {
      throw new MalformedException(Fault.JSON, "the text begins with a byte order mark");
    }
  }

  private static String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(utf8))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(Fault.JSON, "not well-formed UTF-8", e);
    }
  }

  private static boolean holdsEscapes(byte[] utf8) {
    for (byte b : utf8) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  private static void checkNumbers(JsonNode node) {
    if (node.isNumber()) {
      checkNumber(node);
    } else if (node.isContainerNode()) {
      for (JsonNode child : node) {
        checkNumbers(child);
      }
    }
  }

  private static void checkTexts(JsonNode node) {
    if (node.isTextual()) {
      checkText(node.textValue());
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        checkText(member.getKey());
        checkTexts(member.getValue());
      }
    } else {
      node.forEach(StrictJson::checkTexts);
    }
  }

  private static void checkNumber(JsonNode number) {
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw new MalformedException(Fault.NUMBER, "only whole numbers of 64 bits are written bare");
    }
  }

  private static void checkText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new MalformedException(Fault.JSON, "a string holds NUL");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new MalformedException(Fault.JSON, "a string holds half a surrogate pair");
        }
        i++;
      }
    }
  }

  private static ObjectMapper mapper(int stringLength) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(20)
                    .maxStringLength(stringLength)
                    .maxNameLength(64)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}
