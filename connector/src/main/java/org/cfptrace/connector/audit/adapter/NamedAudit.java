package org.cfptrace.connector.audit.adapter;

import java.util.UUID;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.Audits;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;

/** The audit that a path names. */
final class NamedAudit {
  private NamedAudit() {}

  static Audit in(Audits audits, String text) {
    UUID id = id(text);
    return audits.find(id).orElseThrow(() -> Refused.notFound("audit", id));
  }

  static UUID id(String text) {
    return Paths.read("audit", text, UUID::fromString);
  }
}
