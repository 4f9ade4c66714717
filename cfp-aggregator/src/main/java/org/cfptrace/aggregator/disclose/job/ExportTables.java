package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

/** All that is kept of exports. */
public record ExportTables(
    Exports exports, ExportSubjects subjects, ExportFiles files, ExportInputs inputs) {
  public ExportTables {
    requireNonNull(exports, "exports");
    requireNonNull(subjects, "subjects");
    requireNonNull(files, "files");
    requireNonNull(inputs, "inputs");
  }
}
