package org.cfptrace.registry.participant.adapter;

import java.time.Instant;
import org.cfptrace.registry.participant.Admission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name and the code a company is given. */
@Schema(name = "Approval")
public record ApprovalJson(
    @Schema(examples = "abcd2345efgh6723") String participantId,
    String did,
    @Schema(description = "shown once: hand it over outside this system") String enrolmentCode,
    Instant expiresAt) {
  static ApprovalJson of(Admission.Approval approval) {
    return new ApprovalJson(
        approval.participant().shortId(),
        approval.participant().did(),
        approval.code().text(),
        approval.code().expiresAt());
  }
}
