package org.cfptrace.connector.audit;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/**
 * Who has seen which claims of which declaration, when and under which leave, here or through a
 * customer. Only added to.
 */
public interface AccessJournal {
  /** Adds an entry, in the transaction under way. */
  void add(AccessEntry entry);

  /** Those about a declaration, or all, newest first. */
  Page<AccessEntry> newestFirst(PageRequest page, Optional<DeclarationId> declaration);
}
