package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * An audit that we carry out.
 *
 * @param mandateId the order
 * @param report the signed report, once it is done
 * @param attestation our signed word, once it was sent
 * @param number counts up as they are started
 */
public record Audit(
    UUID id,
    UUID mandateId,
    ParticipantId company,
    TraceId product,
    Period period,
    State state,
    Optional<AuditResult> result,
    Optional<Coverage> coverage,
    Optional<String> report,
    Optional<String> attestation,
    String startedBy,
    Instant startedAt,
    Optional<Instant> doneAt,
    long number) {

  /** How far it has come. */
  public enum State {
    /** Companies are asked, or waited for. */
    RUNNING,
    /** The report is signed. */
    DONE
  }

  public Audit {
    requireNonNull(id, "id");
    requireNonNull(mandateId, "mandateId");
    requireNonNull(company, "company");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(state, "state");
    requireNonNull(result, "result");
    requireNonNull(coverage, "coverage");
    requireNonNull(report, "report");
    requireNonNull(attestation, "attestation");
    requireNonNull(startedBy, "startedBy");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(doneAt, "doneAt");
  }
}
