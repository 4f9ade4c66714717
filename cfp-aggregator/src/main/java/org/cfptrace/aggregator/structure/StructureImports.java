package org.cfptrace.aggregator.structure;

import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/**
 * The files a company has sent, and how far each is, seen while it runs. A file is taken in one
 * transaction; who looks at the list can tell whether that transaction still runs, in whichever
 * instance, and calls BROKEN what nobody will bring to its end any more.
 */
public interface StructureImports {
  /** A file is taken in the transaction under way, and nobody calls it broken until that ends. */
  void begin(Tenant tenant, StructureImport begun);

  /**
   * Notes at once, outside of the transaction under way, where a begun one is now.
   *
   * @return false where it has ended already, as another instance saw it
   */
  boolean note(Tenant tenant, StructureImport file);

  /**
   * Ends one in the transaction under way: it is done when that is committed.
   *
   * @return false where it has ended already, as another instance saw it
   */
  boolean end(Tenant tenant, StructureImport done);

  /** One of them. */
  Optional<StructureImport> find(Tenant tenant, UUID id);

  /** All, newest first. */
  Page<StructureImport> newestFirst(Tenant tenant, PageRequest page);
}
