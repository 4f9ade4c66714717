package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;

/** All that is kept of exports. */
public record ExportTables(
    Exports exports, ExportSubjects subjects, ExportFiles files, ExportInputs inputs) {
  public ExportTables {
    requireNonNull(exports, "exports");
    requireNonNull(subjects, "subjects");
    requireNonNull(files, "files");
    requireNonNull(inputs, "inputs");
  }

  /** Of an export that ends without files nothing stays but that it was ordered. */
  void forget(Tenant tenant, UUID export) {
    files.forget(tenant, export);
    subjects.forget(tenant, export);
    inputs.forget(tenant, export);
  }
}
