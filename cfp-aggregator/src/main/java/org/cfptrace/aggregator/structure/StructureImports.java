package org.cfptrace.aggregator.structure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;

/**
 * The files a company has sent, in transactions of their own: how far one is can be seen while it
 * runs.
 */
public interface StructureImports {
  /** Notes where one is now. */
  void note(Tenant tenant, StructureImport file);

  /** One of them. */
  Optional<StructureImport> find(Tenant tenant, UUID id);

  /** The latest ones, newest first. */
  List<StructureImport> latest(Tenant tenant);
}
