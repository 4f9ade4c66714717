package org.cfptrace.registry.participant;

import java.util.Optional;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The approved companies. */
public interface Participants {
  void add(Participant participant);

  Optional<Participant> find(String shortId);

  /** Finds one and keeps others from changing it until the transaction ends. */
  Optional<Participant> findToChange(String shortId);

  void change(Participant participant);

  /** Whether somebody holds one of these numbers already. */
  boolean holds(Optional<CorporateNumber> corporateNumber, Optional<Lei> lei);

  /** Those that match every criterion given, in order of their ids. */
  Page<Participant> search(Criteria criteria, PageRequest page);

  /**
   * What to look for.
   *
   * @param name a part of the name or its reading, whatever the width and case of its letters
   */
  record Criteria(
      Optional<CorporateNumber> corporateNumber, Optional<Lei> lei, Optional<String> name) {}
}
