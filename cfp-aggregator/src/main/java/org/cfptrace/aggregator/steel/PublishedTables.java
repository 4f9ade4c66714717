package org.cfptrace.aggregator.steel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published tables that come with this software: an excerpt, each row with its source. */
public final class PublishedTables {
  private PublishedTables() {}

  /** Default values of Implementing Regulation (EU) 2025/2621 for flat products, ten countries. */
  public static DefaultValues defaultValues() {
    return DefaultValuesTable.read(
        "IR (EU) 2025/2621, excerpt shipped with CFP Trace", text("default-values-2025-2621.csv"));
  }

  /** Benchmarks of Implementing Regulation (EU) 2025/2620. */
  public static Benchmarks benchmarks() {
    return Benchmarks.read(text("benchmarks-2025-2620.csv"));
  }

  /** The share of free allocation that is left, 2026 to 2034. */
  public static CbamFactors cbamFactors() {
    return CbamFactors.read(text("cbam-factors.csv"));
  }

  private static String text(String name) {
    try (InputStream table = PublishedTables.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException("the table " + name + " is not in this build");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + name, e);
    }
  }
}
