package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.service.answer.FieldError;

/**
 * A file with many products, and how far it has come.
 *
 * @param products how many were read
 * @param lines how many lines of theirs
 * @param faults why nothing of it was kept, each with its row
 */
public record StructureImport(
    UUID id,
    Format format,
    State state,
    long products,
    long lines,
    List<FieldError> faults,
    Instant beganAt,
    Optional<Instant> endedAt) {
  public StructureImport {
    requireNonNull(id, "id");
    requireNonNull(format, "format");
    requireNonNull(state, "state");
    faults = List.copyOf(faults);
    requireNonNull(beganAt, "beganAt");
    requireNonNull(endedAt, "endedAt");
  }

  /** How the file is written. */
  public enum Format {
    /** One product a line, as its door takes it, with its trace id. */
    NDJSON,
    /** One line of a product a row. */
    CSV
  }

  /** How far it has come. */
  public enum State {
    /** The file is being read. */
    READING,
    /** All products are there; now they are added up together. */
    CHECKING,
    /** They count. */
    DONE,
    /** Something in it cannot be accepted; nothing of it is kept. */
    REFUSED,
    /** We failed, or were stopped; nothing of it is kept, and it can be sent again. */
    BROKEN
  }

  /** The same, further on. */
  public StructureImport at(State other, long readProducts, long readLines) {
    return new StructureImport(
        id, format, other, readProducts, readLines, faults, beganAt, endedAt);
  }

  /** The same, at its end. */
  public StructureImport ended(State other, List<FieldError> because, Instant when) {
    return new StructureImport(
        id, format, other, products, lines, because, beganAt, Optional.of(when));
  }
}
