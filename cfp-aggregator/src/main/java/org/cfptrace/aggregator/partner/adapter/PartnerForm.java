package org.cfptrace.aggregator.partner.adapter;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.partner.Partner;
import org.cfptrace.aggregator.partner.PartnerState;
import org.cfptrace.participant.Fingerprint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner on the wire. */
@Schema(description = "A company that has knocked at our door.")
public record PartnerForm(
    @Schema(description = "its short id") String id,
    String participantId,
    String name,
    PartnerState state,
    @Schema(description = "of the key the directory shows now: compare it by telephone")
        @Nullable String fingerprint,
    @Schema(description = "whether a person here has confirmed a key of this company")
        boolean keyConfirmed,
    @Nullable String note,
    @Nullable String reason,
    Instant changedAt) {
  static PartnerForm of(Partner partner, Optional<Fingerprint> fingerprint) {
    return new PartnerForm(
        partner.id().shortId(),
        partner.id().did(),
        partner.name(),
        partner.state(),
        fingerprint.map(Fingerprint::text).orElse(null),
        partner.pinnedKey().isPresent(),
        partner.note().orElse(null),
        partner.reason().orElse(null),
        partner.changedAt());
  }
}
