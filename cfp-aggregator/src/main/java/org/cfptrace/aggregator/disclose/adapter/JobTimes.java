package org.cfptrace.aggregator.disclose.adapter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures.Asked;

/**
 * When a job was ordered, made and signed. It lies beside the files: no clock is in any of them.
 *
 * @param endedAt when it became ready
 * @param askedAt when the company's connector was asked to sign
 * @param answeredAt when it answered
 * @param loggedAt since when the signature is in the public log
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record JobTimes(
    UUID id,
    Optional<String> exportId,
    String orderedBy,
    Instant orderedAt,
    Optional<Instant> endedAt,
    Optional<Instant> askedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> loggedAt) {
  JobTimes {
    requireNonNull(id, "id");
    requireNonNull(exportId, "exportId");
    requireNonNull(orderedBy, "orderedBy");
    requireNonNull(orderedAt, "orderedAt");
    requireNonNull(endedAt, "endedAt");
    requireNonNull(askedAt, "askedAt");
    requireNonNull(answeredAt, "answeredAt");
    requireNonNull(loggedAt, "loggedAt");
  }

  static JobTimes of(Export export, Optional<Asked> asked) {
    return new JobTimes(
        export.id(),
        export.progress().exportId(),
        export.order().by(),
        export.order().at(),
        export.progress().endedAt(),
        asked.map(Asked::askedAt),
        asked.flatMap(Asked::answeredAt),
        asked.flatMap(Asked::loggedAt));
  }
}
