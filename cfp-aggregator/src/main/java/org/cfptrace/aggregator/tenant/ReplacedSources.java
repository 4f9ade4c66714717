package org.cfptrace.aggregator.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who has made something of what a company has written here, and wants to know when the company
 * writes it anew or takes it out.
 */
public interface ReplacedSources {
  /** What a company writes. */
  enum Kind {
    /** A product's structure; its key is the trace id. */
    STRUCTURE,
    /** What an installation did in a year; its key is {@code installation year}. */
    INSTALLATION_YEAR,
    /** What battery a product is; its key is the trace id. */
    BATTERY_MODEL,
    /** What vehicle a product is; its key is the trace id. */
    VEHICLE_MODEL
  }

  /**
   * Something that is written anew.
   *
   * @param from the first day for which the new version counts
   */
  record Replaced(String key, LocalDate from) {
    public Replaced {
      requireNonNull(key, "key");
      requireNonNull(from, "from");
    }

    /** One that counts for every day. */
    public static Replaced always(String key) {
      return new Replaced(key, LocalDate.EPOCH);
    }
  }

  /** A newer version is kept; within the company's work, in the transaction that keeps it. */
  void replaced(Kind kind, List<Replaced> sources, Instant at);

  /** It counts for no day any more; within the company's work, in the transaction that ends it. */
  void removed(Kind kind, String key, Instant at);
}
