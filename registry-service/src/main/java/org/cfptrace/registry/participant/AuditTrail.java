package org.cfptrace.registry.participant;

import java.time.Instant;
import java.util.Map;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What was done, by whom, to whom: one line for each write, in its transaction, never changed. */
public interface AuditTrail {
  /** The things that are written down. */
  enum Action {
    APPLICATION_SUBMITTED,
    APPLICATION_APPROVED,
    APPLICATION_REFUSED,
    ENROLMENT_CODE_ISSUED,
    ENROLMENT_NONCE_ISSUED,
    KEYS_ENROLLED,
    PARTICIPANT_SUSPENDED,
    SUSPENSION_LIFTED,
    PARTNER_ACCEPTED,
    PARTNER_WITHDRAWN,
    ACCREDITED,
    ACCREDITATION_ENDED
  }

  /** One line. */
  record Line(
      long number,
      Instant at,
      String actor,
      Action action,
      String subject,
      Map<String, String> facts) {
    public Line {
      facts = Map.copyOf(facts);
    }
  }

  /** Writes a line; {@code facts} never hold a code, a nonce or a key. */
  void record(String actor, Action action, String subject, Map<String, String> facts);

  Page<Line> list(PageRequest page);
}
