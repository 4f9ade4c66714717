package org.cfptrace.aggregator.partner;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The companies that have knocked at our door. */
public interface Partners {
  /** One of them. */
  Optional<Partner> find(ParticipantId id);

  /** One of them, held until the transaction ends. */
  Optional<Partner> findForChange(ParticipantId id);

  /** Keeps a new or a changed one. */
  void save(Partner partner);

  /** All, by id. */
  Page<Partner> list(PageRequest page);
}
