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
   * @param withdrawnAt since when it is not asked for any more
   * @param proof where the signature stands in the public log
   * @param loggedAt since when
   */
  record Asked(
      UUID requestId,
      Awaited awaited,
      Instant askedAt,
      Optional<Instant> answeredAt,
      Optional<Instant> withdrawnAt,
      Optional<EntryProof> proof,
      Optional<Instant> loggedAt) {
    public Asked {
      requireNonNull(requestId, "requestId");
      requireNonNull(awaited, "awaited");
      requireNonNull(askedAt, "askedAt");
      requireNonNull(answeredAt, "answeredAt");
      requireNonNull(withdrawnAt, "withdrawnAt");
      requireNonNull(proof, "proof");
      requireNonNull(loggedAt, "loggedAt");
    }

    public boolean isSigned() {
      return awaited.signature().isPresent();
    }

    /** Whether the company's connector has closed it, so that only a new request is looked at. */
    public boolean isClosed() {
      return awaited.refusal().isPresent() || (withdrawnAt.isPresent() && !isSigned());
    }
  }

  /** A signature of an export was asked for. */
  void asked(Tenant tenant, UUID export, UUID requestId, Awaited awaited, Instant at);

  /**
   * It is asked for under a new id, after a refusal or after it was taken back: both are gone, and
   * what the refusal said of the export; the company keeps its own record of them.
   */
  void askedAnew(Tenant tenant, UUID export, UUID requestId, Instant at);

  /** It was taken back at that time, or, where that is empty, stands again. */
  void withdrawn(Tenant tenant, UUID export, Optional<Instant> at);

  /** What was asked of an export, if anything was. */
  Optional<Asked> of(Tenant tenant, UUID export);
}
