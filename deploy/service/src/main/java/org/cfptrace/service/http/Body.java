package org.cfptrace.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * The body of a request: one JSON object, strictly read (UTF-8, no member twice, nothing after it,
 * at most 16 deep). A resource method that takes a {@code Body} gets it from {@link BodyReader}.
 */
public final class Body {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 100;
  private static final ObjectReader STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(200)
                          .maxStringLength(100_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private final byte[] bytes;
  private final JsonNode root;

  private Body(byte[] bytes, JsonNode root) {
    this.bytes = bytes;
    this.root = root;
  }

  /** Reads a body, or refuses it with {@link ProblemCode#MALFORMED_BODY}. */
  public static Body parse(byte[] bytes) {
    refuseUnlessUtf8(bytes);
    try {
      JsonNode root = STRICT.readValue(bytes);
      if (root == null || !root.isObject()) {
        throw malformed("expected a JSON object");
      }
      return new Body(bytes.clone(), root);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw malformed(
          at == null
              ? e.getOriginalMessage()
              : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": not JSON we read");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /** The object's fields, to be read one by one; faults gather in {@code errors}. */
  public Fields fields(FieldErrors errors) {
    return new Fields(root, "", errors);
  }

  /** The bytes as they came. */
  public byte[] bytes() {
    return bytes.clone();
  }

  private static void refuseUnlessUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notUtf8) {
      throw malformed("expected UTF-8");
    }
  }

  private static Refused malformed(String detail) {
    return new Refused(ProblemCode.MALFORMED_BODY, detail);
  }
}
