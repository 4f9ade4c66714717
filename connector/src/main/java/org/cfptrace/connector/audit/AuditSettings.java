package org.cfptrace.connector.audit;

import java.time.Instant;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Versioned;

/** How this company answers auditors. */
public interface AuditSettings {
  /** What holds now; ASK at version 0 as long as nobody has said anything. */
  Versioned<AuditMode> mode();

  /** A person says otherwise. */
  Versioned<AuditMode> change(AuditMode mode, ExpectedVersion expected, String who, Instant at);
}
