package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What a company's people are told of exports that were ready. */
public interface Notices {
  /**
   * An input of an export stands no more.
   *
   * @param number later ones have higher numbers
   * @param since when this participant heard of it
   */
  record Notice(
      long number, UUID export, DeclarationId declaration, Fallen.Kind kind, Instant since) {
    public Notice {
      requireNonNull(export, "export");
      requireNonNull(declaration, "declaration");
      requireNonNull(kind, "kind");
      requireNonNull(since, "since");
    }
  }

  Page<Notice> newestFirst(Tenant tenant, PageRequest page);
}
