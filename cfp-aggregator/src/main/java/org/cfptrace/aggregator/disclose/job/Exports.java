package org.cfptrace.aggregator.disclose.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Export jobs, kept. */
public interface Exports {
  /** A job of some company with work to do. */
  record Due(Tenant tenant, UUID export) {}

  /**
   * Adds a job; it is due at once.
   *
   * @param request as it was sent, JSON
   */
  void add(Tenant tenant, Export export, String request);

  Optional<Export> find(Tenant tenant, UUID id);

  /** As {@link #find}; nobody else changes it until the transaction is over. */
  Optional<Export> locked(Tenant tenant, UUID id);

  /** The request a job was ordered with, JSON. */
  String request(Tenant tenant, UUID id);

  /**
   * The newest job of the same request that nobody has stopped and that has not failed; until the
   * transaction is over nobody else asks for the same.
   */
  Optional<Export> ofRequest(Tenant tenant, String requestHash);

  Page<Export> newestFirst(Tenant tenant, PageRequest page);

  /** The name of the export that this one corrects. */
  default Optional<String> corrected(Tenant tenant, Export export) {
    return export
        .order()
        .supersedes()
        .flatMap(id -> find(tenant, id))
        .flatMap(it -> it.progress().exportId());
  }

  /** The newest correction of an export that nobody has stopped and that has not failed. */
  Optional<Export> correctionOf(Tenant tenant, UUID corrected);

  /** Whether the company's connector has signed it. */
  boolean isSigned(Tenant tenant, UUID id);

  /** Keeps how far a job is; it is due as long as it is worked on. */
  void progressed(Tenant tenant, Export export);

  /** A secret of the company and one of its exports: the same for both, whenever it is asked. */
  String salt(Tenant tenant, String exportId);

  /** Claims a due job of any company, until the transaction is over. */
  Optional<Due> claim(Instant now);

  /** Nothing is to be done any more of a job that is claimed. */
  void done(UUID export);

  /**
   * Something went wrong: how often in a row decides when the job is due again.
   *
   * @param isBroken whether the program itself broke, rather than something it needs
   * @return how often in a row the program has broken over this job
   */
  long later(Due due, String why, boolean isBroken, Instant now);
}
