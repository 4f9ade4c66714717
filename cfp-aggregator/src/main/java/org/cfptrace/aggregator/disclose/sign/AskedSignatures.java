package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.log.EntryProof;

/** The signatures that were asked for, export by export. */
public interface AskedSignatures {
  /**
   * What was asked of an export, and what came of it.
   *
   * @param awaited what was asked, and what was answered
   * @param answeredAt when the answer came
   * @param proof where the signature stands in the public log
   * @param loggedAt since when
   */
  record Asked(
      UUID requestId,
      Awaited awaited,
      Instant askedAt,
      Optional<Instant> answeredAt,
      Optional<EntryProof> proof,
      Optional<Instant> loggedAt) {
    public Asked {
      requireNonNull(requestId, "requestId");
      requireNonNull(awaited, "awaited");
      requireNonNull(askedAt, "askedAt");
      requireNonNull(answeredAt, "answeredAt");
      requireNonNull(proof, "proof");
      requireNonNull(loggedAt, "loggedAt");
    }
  }

  /** A signature of an export was asked for. */
  void asked(Tenant tenant, UUID export, UUID requestId, Awaited awaited, Instant at);

  /** What was asked of an export, if anything was. */
  Optional<Asked> of(Tenant tenant, UUID export);
}
