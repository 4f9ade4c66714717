package org.cfptrace.exchange.partner.adapter;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.participant.Fingerprint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as it is shown over HTTP. */
@Schema(name = "Partner")
record PartnerForm(
    @Schema(examples = "abcdefgh234567ab") String participantId,
    @Schema(examples = "did:web:registry.cfptrace.example:participants:abcdefgh234567ab")
        String did,
    @Schema(description = "as the directory has it") String name,
    PartnerState state,
    @Schema(description = "said with the invitation") @Nullable String note,
    @Schema(description = "why one side refused") @Nullable String reason,
    @Schema(description = "of the key the directory shows now; compare it with the other company")
        @Nullable String fingerprint,
    @Schema(description = "whether a person here has compared the fingerprint") boolean confirmed,
    @Schema(description = "whether they may write to our inbox") InboxAccess inbox,
    @Schema(description = "since when they have not taken something we sent")
        @Nullable Instant waitingSince,
    Instant changedAt) {

  static PartnerForm of(
      Partner partner, Optional<Fingerprint> shown, Optional<Instant> waitingSince) {
    return new PartnerForm(
        partner.id().shortId(),
        partner.id().did(),
        partner.name(),
        partner.state(),
        partner.note().orElse(null),
        partner.reason().orElse(null),
        shown.map(Fingerprint::text).orElse(null),
        partner.pinnedKey().isPresent(),
        partner.inbox(),
        waitingSince.orElse(null),
        partner.changedAt());
  }
}
