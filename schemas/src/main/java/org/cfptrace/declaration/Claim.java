package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;

/** The content of one hidden claim. {@link Claims} reads what {@link #toJson()} writes. */
public sealed interface Claim
    permits AudienceClaim,
        CoverageClaim,
        InputsClaim,
        JsonClaim,
        MethodClaim,
        OwnClaim,
        PeriodClaim,
        ProcessClaim,
        ProductClaim,
        QualityClaim,
        SiteClaim,
        StagesClaim,
        StatementClaim,
        SupersedesClaim,
        TermsClaim,
        TotalClaim {

  ClaimName name();

  /** The value as it stands in the disclosure. */
  JsonNode toJson();
}
