package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;

/**
 * Lets an export go on that waits for a declaration to come into the public log: what was gathered
 * without the proof is gathered again, so that no file says NOT_ANCHORED of what is there.
 */
public final class LetGoOn {
  private final ExportTables tables;

  public LetGoOn(ExportTables tables) {
    this.tables = requireNonNull(tables, "tables");
  }

  /** A declaration is proved to be in the log; in the transaction that keeps the proof. */
  public void proven(Tenant tenant, DeclarationId id) {
    for (UUID export : tables.proofs().waitingFor(tenant, id)) {
      tables.exports().locked(tenant, export).ifPresent(it -> proven(tenant, it, id));
    }
  }

  private void proven(Tenant tenant, Export export, DeclarationId id) {
    if (export.state() == ExportState.BLOCKED) {
      tables.gatherAnew(tenant, export.id(), id);
      tables.exports().progressed(tenant, export.at(export.progress().now(ExportState.VALIDATING)));
    } else if (export.state() == ExportState.VALIDATING) {
      // Who works on it goes on with it by himself.
      tables.gatherAnew(tenant, export.id(), id);
    }
  }
}
