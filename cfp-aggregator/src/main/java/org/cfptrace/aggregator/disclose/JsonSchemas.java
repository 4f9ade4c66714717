package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas (draft 2020-12) of documents that leave, kept as {@code
 * disclosure/<name>.schema.json}. Ours, written from the published models; formats such as {@code
 * date-time} and {@code uuid} are held, and complaints are in English wherever this runs.
 */
public final class JsonSchemas {
  private static final String BASE = "https://schemas.cfptrace.example/disclosure/";
  private static final int MOST_FAULTS = 50;
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .locale(Locale.ENGLISH)
                          .formatAssertionsEnabled(true)
                          .build())
                  .schemas(JsonSchemas::text));

  private JsonSchemas() {}

  /**
   * What does not hold of a document, a sentence each with the place as a JSON Pointer; nothing
   * where all holds.
   *
   * @param schema its name, such as {@code cx-pcf-10}
   * @param json UTF-8, read strictly: no member twice, nothing after the document
   */
  public static List<String> faults(String schema, byte[] json) {
    JsonNode document;
    try {
      document = JsonDocument.read(json);
    } catch (IllegalArgumentException notJson) {
      return List.of(schema + ": " + notJson.getMessage());
    }
    return faults(schema, document);
  }

  /** The same for a document that was read with {@link JsonDocument#read}. */
  public static List<String> faults(String schema, JsonNode document) {
    Schema loaded = REGISTRY.getSchema(SchemaLocation.of(BASE + schema + ".schema.json"));
    return loaded.validate(document).stream()
        .limit(MOST_FAULTS)
        .map(error -> schema + " at " + place(error) + ": " + error.getMessage())
        .toList();
  }

  /** What is wrong with a schema of ours as a schema, by the meta-schema of its draft. */
  static List<String> faultsOfSchema(String schema) {
    String text = requireNonNull(text(BASE + schema + ".schema.json"));
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    return meta.validate(JsonDocument.read(text.getBytes(UTF_8))).stream()
        .map(error -> schema + " at " + place(error) + ": " + error.getMessage())
        .toList();
  }

  /** The schema under this address; nothing where it is none of ours, such as the meta-schema. */
  private static @Nullable String text(String address) {
    if (!address.startsWith(BASE)) {
      return null;
    }
    String name = "/disclosure/" + address.substring(BASE.length());
    // Our own loader, whatever thread this runs on: a worker's context loader may not see us.
    try (InputStream file = JsonSchemas.class.getResourceAsStream(name)) {
      return file == null ? null : new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static String place(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return pointer.isEmpty() ? "the top" : pointer;
  }
}
