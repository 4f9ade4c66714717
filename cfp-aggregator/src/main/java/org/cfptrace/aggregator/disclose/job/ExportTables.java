package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;

/** All that is kept of exports. */
public record ExportTables(
    Exports exports,
    ExportSubjects subjects,
    ExportFiles files,
    ExportInputs inputs,
    AwaitedProofs proofs) {
  public ExportTables {
    requireNonNull(exports, "exports");
    requireNonNull(subjects, "subjects");
    requireNonNull(files, "files");
    requireNonNull(inputs, "inputs");
    requireNonNull(proofs, "proofs");
  }

  /** The files of an export are made once more from what was gathered. */
  void renderAnew(Tenant tenant, UUID export) {
    files.forgetFiles(tenant, export);
    subjects.renderAnew(tenant, export);
  }

  /** Of an export that ends without files nothing stays but that it was ordered. */
  void forget(Tenant tenant, UUID export) {
    files.forgetFiles(tenant, export);
    subjects.forget(tenant, export);
    inputs.forget(tenant, export);
    proofs.forget(tenant, export);
  }

  /** A job ends without files, and says why. */
  void fail(Tenant tenant, Export export, String why, Instant at) {
    forget(tenant, export.id());
    exports.progressed(
        tenant, export.at(export.progress().endedAs(ExportState.FAILED, Optional.of(why), at)));
  }

  /** What was gathered without the proof of a declaration is to be gathered again. */
  void gatherAnew(Tenant tenant, UUID export, DeclarationId proven) {
    subjects.gatherAnew(tenant, export, proofs.places(tenant, export, proven));
  }
}
