package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * What one partner is told of one product: a clerk drafts it, and it is in force once an approver
 * has released it.
 *
 * @param audience as which the partner is told: NEXT_TIER or AGGREGATOR
 * @param version counts up with each change; 0 before the first is kept
 */
public record ProductRelease(
    ParticipantId partner,
    TraceId product,
    Audience audience,
    Optional<ReleaseTerms> draft,
    Optional<String> draftedBy,
    ReleaseTerms inForce,
    Optional<String> releasedBy,
    Instant changedAt,
    long version) {
  public ProductRelease {
    requireNonNull(partner, "partner");
    requireNonNull(product, "product");
    requireNonNull(audience, "audience");
    requireNonNull(draft, "draft");
    requireNonNull(draftedBy, "draftedBy");
    requireNonNull(inForce, "inForce");
    requireNonNull(releasedBy, "releasedBy");
    requireNonNull(changedAt, "changedAt");
  }

  /** Nothing has been said about this partner and product yet. */
  public static ProductRelease none(
      ParticipantId partner, TraceId product, Audience audience, Instant now) {
    return new ProductRelease(
        partner,
        product,
        audience,
        Optional.empty(),
        Optional.empty(),
        ReleaseTerms.NOTHING,
        Optional.empty(),
        now,
        0);
  }

  /** For a partner that is told as this audience. */
  public ProductRelease as(Audience nowAs) {
    return new ProductRelease(
        partner, product, nowAs, draft, draftedBy, inForce, releasedBy, changedAt, version);
  }

  /** With a draft that waits for an approver. */
  public ProductRelease drafted(ReleaseTerms terms, String who, Instant now) {
    return new ProductRelease(
        partner,
        product,
        audience,
        Optional.of(terms),
        Optional.of(who),
        inForce,
        releasedBy,
        now,
        version);
  }

  /** With these terms in force and no draft left. */
  public ProductRelease released(ReleaseTerms terms, String who, Instant now) {
    return new ProductRelease(
        partner,
        product,
        audience,
        Optional.empty(),
        Optional.empty(),
        terms,
        Optional.of(who),
        now,
        version);
  }
}
