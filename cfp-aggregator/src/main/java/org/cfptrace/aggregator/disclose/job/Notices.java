package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Mark;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What a company's people are told of exports that were ready. */
public interface Notices {
  /**
   * An input of an export stands no more.
   *
   * @param number later ones have higher numbers
   * @param mark the input, and what has become of it since when this participant heard of it
   */
  record Notice(long number, UUID export, Mark mark) {
    public Notice {
      requireNonNull(export, "export");
      requireNonNull(mark, "mark");
    }
  }

  Page<Notice> newestFirst(Tenant tenant, PageRequest page);
}
