package org.cfptrace.connector.audit;

import java.nio.charset.StandardCharsets;
import org.cfptrace.audit.AuditReport;

/** Reads a report that we have signed ourselves and kept; it is only taken apart. */
public final class OwnReport {
  /** What it says. */
  public AuditReport read(String token) {
    return AuditReport.readKept(token)
        .asOptional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a kept report can be read, it has "
                        + token.getBytes(StandardCharsets.US_ASCII).length
                        + " bytes"));
  }
}
