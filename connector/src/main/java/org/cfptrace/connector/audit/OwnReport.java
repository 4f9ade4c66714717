package org.cfptrace.connector.audit;

import java.nio.charset.StandardCharsets;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.SignedTokens;

/** Reads a report that we have signed ourselves and kept; it is only taken apart. */
public final class OwnReport {
  private static final SignedTokens OURS =
      (token, typ, longest) ->
          Reading.accepted(StrictJson.parseArchive(Base64Url.decode(token.split("\\.", -1)[1])));

  /** What it says. */
  public AuditReport read(String token) {
    return AuditReport.read(token, OURS)
        .asOptional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a kept report can be read, it has "
                        + token.getBytes(StandardCharsets.US_ASCII).length
                        + " bytes"));
  }
}
