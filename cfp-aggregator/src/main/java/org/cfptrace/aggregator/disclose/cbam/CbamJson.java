package org.cfptrace.aggregator.disclose.cbam;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON of this room: exact numbers, no exponents, the same line ends everywhere. */
final class CbamJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private CbamJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static byte[] bytes(ObjectNode root) {
    try {
      return (JSON.writer(LINES).writeValueAsString(root) + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a tree", e);
    }
  }

  /** Reads a document; empty where it is no JSON. */
  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.of(JSON.readTree(bytes));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /** What does not hold by the schema of that name. */
  static List<String> faults(byte[] bytes, String file, String schema) {
    if (read(bytes).isEmpty()) {
      return List.of(file + " is not JSON");
    }
    return schema(schema).validate(new String(bytes, UTF_8), InputFormat.JSON).stream()
        .map(CbamJson::sentence)
        .sorted()
        .map(text -> file + ": " + text)
        .toList();
  }

  private static String sentence(Error error) {
    return error.getInstanceLocation() + " " + error.getMessage();
  }

  private static Schema schema(String name) {
    try (InputStream text = CbamJson.class.getResourceAsStream("/disclosure/" + name)) {
      if (text == null) {
        throw new IllegalStateException("the schema " + name + " is not in this build");
      }
      return SCHEMAS.getSchema(new String(text.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the schema " + name, e);
    }
  }
}
