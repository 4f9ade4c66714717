package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.strict.MalformedException;

/** Reads the content of a hidden claim, strictly; the reader calls it once the digests fit. */
public final class Claims {
  private Claims() {}

  /**
   * Reads one claim.
   *
   * @throws MalformedException when the content is not of the claim's form
   */
  public static Claim read(ClaimName name, JsonNode json) {
    return switch (name) {
      case PRODUCT -> ProductClaim.read(json);
      case TOTAL -> TotalClaim.read(json);
      case PERIOD -> PeriodClaim.read(json);
      case METHOD -> MethodClaim.read(json);
      case AUDIENCE -> AudienceClaim.read(json);
      case SUPERSEDES -> SupersedesClaim.read(json);
      case TERMS -> TermsClaim.read(json);
      case QUALITY -> QualityClaim.read(json);
      case STAGES -> StagesClaim.read(json);
      case COVERAGE -> CoverageClaim.read(json);
      case SITE -> SiteClaim.read(json);
      case STATEMENT -> StatementClaim.read(json);
      case OWN -> OwnClaim.read(json);
      case INPUTS -> InputsClaim.read(json);
      case PROCESS -> ProcessClaim.read(json);
      case VERIFICATION, CONTENT, EMBEDDED, GX, EVIDENCE, ATTEST, ELECTRICITY, EXT ->
          JsonClaim.read(name, json);
    };
  }
}
