package org.cfptrace.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the mill of the examples did in a year: sinter, pig iron, crude steel, hot-rolled coil. */
final class SteelYear {
  private static final String RESOURCE = "/steel-year.json";

  private SteelYear() {}

  /** The document the aggregator calculates from. */
  static JsonNode of(int year) {
    try (InputStream in = requireNonNull(SteelYear.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String text = new String(in.readAllBytes(), UTF_8);
      return new ObjectMapper().readTree(text.replace("YEAR", Integer.toString(year)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
