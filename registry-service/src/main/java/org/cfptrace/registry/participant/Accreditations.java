package org.cfptrace.registry.participant;

import java.util.Optional;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** For what the operator has accredited whom; nothing is forgotten. */
public interface Accreditations {
  /** The newest of a participant, also when it has ended. */
  Optional<Accreditation> of(String shortId);

  /** Grants a new one, which counts from now on. */
  void add(String shortId, Accreditation accreditation);

  /** All that were ever granted, in the order of granting. */
  Page<Granted> list(PageRequest page);

  /** One of them. */
  record Granted(long number, String shortId, Accreditation accreditation) {}
}
