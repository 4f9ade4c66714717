package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * What was collected, each for the company that handed it in. Only a verified declaration can be
 * kept.
 */
public interface Declarations {
  /**
   * Keeps a declaration with its exact bytes. One that is here already may show more now: what it
   * showed before stays. With its total it counts again, unless it was recalled or superseded.
   *
   * @param tenant who handed it in
   * @param messageId the message that brought it
   */
  void keep(Tenant tenant, VerifiedDeclaration declaration, String messageId, Instant at);

  /** The id under which an issuer's {@code jti} was accepted before. */
  Optional<String> idOf(Tenant tenant, ParticipantId issuer, String jti);

  /** The companies that have handed a declaration in: ids alone, no figure. */
  List<Tenant> holders(DeclarationId id);

  /** What is known of one that another may correct. */
  Optional<Seen.Earlier> earlier(Tenant tenant, DeclarationId id);

  /**
   * An issuer withdraws one of its declarations. Doing so again changes nothing.
   *
   * @return whether that issuer has given us that declaration
   */
  boolean recall(Tenant tenant, ParticipantId issuer, DeclarationId id, Recall recall);

  /**
   * A company says that a supplier's declaration it has handed on is no figure any more. Doing so
   * again changes nothing, and what was recalled or superseded stays so.
   *
   * @return whether that company has handed on that declaration of another
   */
  boolean fell(Tenant tenant, DeclarationId id, Fall fall);

  /**
   * A company says how far the tree behind a supplier's declaration is that it has handed on.
   *
   * @param incompleteSince the day since which figures are missing in it; empty where none is
   * @return whether that company has handed on that declaration of another
   */
  boolean progressed(Tenant tenant, DeclarationId id, Optional<LocalDate> incompleteSince);

  /** The word of this digest, where a company has attached it to a declaration of its own. */
  Optional<AttachedAttestation> attached(Tenant issuer, String sha256);

  /** One of them. */
  Optional<CollectedDeclaration> find(Tenant tenant, DeclarationId id);

  /** The token of one as it came last, with the disclosures it had. */
  Optional<String> token(Tenant tenant, DeclarationId id);

  /** All, newest first. */
  Page<CollectedDeclaration> newestFirst(Tenant tenant, PageRequest page);

  /** All of one product, whoever issued them: the latest period first, then the latest to come. */
  List<CollectedDeclaration> of(Tenant tenant, TraceId product);

  /** The products, by trace id and issuer. */
  Page<CollectedProduct> products(Tenant tenant, PageRequest page);

  /** How many there are, of all companies. */
  long howMany();
}
