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

  /** The files of an export are made once more from what was gathered. */
  void renderAnew(Tenant tenant, UUID export) {
    files.forget(tenant, export);
    subjects.renderAnew(tenant, export);
  }

  /** Of an export that ends without files nothing stays but that it was ordered. */
  void forget(Tenant tenant, UUID export) {
    files.forget(tenant, export);
    subjects.forget(tenant, export);
    inputs.forget(tenant, export);
  }
}
