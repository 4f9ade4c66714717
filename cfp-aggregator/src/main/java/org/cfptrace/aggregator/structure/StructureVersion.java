package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A structure as it was written once; a later version does not change it. */
public record StructureVersion(long version, Instant recordedAt, ProductStructure structure) {
  public StructureVersion {
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(structure, "structure");
  }
}
