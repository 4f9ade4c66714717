package org.cfptrace.exchange.partner;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The companies we deal with. */
public interface Partners {
  /** One of them. */
  Optional<Partner> find(ParticipantId id);

  /** One of them, held until the transaction ends. */
  Optional<Partner> findForChange(ParticipantId id);

  /** Keeps a new or a changed one. */
  void save(Partner partner);

  /** All, by id. */
  Page<Partner> list(PageRequest page);

  /** Claims one whose inbox access the registry has to be told of, passing over claimed ones. */
  Optional<Partner> claimForRegistry(Instant now);

  /** The registry could not be told now. */
  void tellRegistryAt(ParticipantId id, Instant at);

  /** How often in a row the registry could not be told. */
  int failures(ParticipantId id);
}
