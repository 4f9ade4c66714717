package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;

/**
 * A verified reduction of a project, and the product line whose emissions it has lowered.
 *
 * @param site where the project is
 * @param productLine what {@code totalMass} and {@code actualEmissions} are of
 * @param verifiedReduction above zero
 * @param totalMass of the whole line in the period, at all sites of the pool, above zero
 * @param actualEmissions of that mass, as they were after the reduction
 * @param multiSite other sites that lots may be of; without it, the pool's site alone
 */
public record ReductionPool(
    PoolId id,
    String project,
    Site site,
    Optional<MultiSite> multiSite,
    String productLine,
    Period period,
    TonnesCo2e verifiedReduction,
    String verifier,
    Tonnes totalMass,
    TonnesCo2e actualEmissions,
    Instant openedAt,
    String openedBy) {
  private static final int LONGEST_MONTHS = 12;

  /**
   * Leave to transfer across sites: without a verifier there is none.
   *
   * @param others beside the pool's own
   */
  public record MultiSite(List<Site> others, String verifier) {
    public MultiSite {
      others = List.copyOf(others);
      verifier = Name.checked(verifier, "a verifier");
      if (others.isEmpty()) {
        throw new IllegalArgumentException("a pool of several sites names the others");
      }
    }
  }

  public ReductionPool {
    requireNonNull(id, "id");
    project = Name.checked(project, "a project");
    requireNonNull(site, "site");
    requireNonNull(multiSite, "multiSite");
    productLine = Name.checked(productLine, "a product line");
    requireNonNull(period, "period");
    verifier = Name.checked(verifier, "a verifier");
    requireNonNull(actualEmissions, "actualEmissions");
    requireNonNull(openedAt, "openedAt");
    requireNonNull(openedBy, "openedBy");
    if (verifiedReduction.isNone() || totalMass.isNone()) {
      throw new IllegalArgumentException("verified reduction and total mass are above 0");
    }
  }

  /** Whether a lot of that site may have a part of this. */
  public boolean covers(Site lotSite) {
    return sites().contains(lotSite);
  }

  /** All its sites, its own first. */
  public List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    sites.add(site);
    multiSite.ifPresent(several -> sites.addAll(several.others()));
    return sites;
  }

  /** Whether its period is longer than a claim may be. */
  boolean isTooLong() {
    return !period.to().isBefore(period.from().plusMonths(LONGEST_MONTHS));
  }

  /**
   * Whether the two would sell one reduction twice, or share one line out twice: of one site and of
   * overlapping periods, and of the same project or line.
   */
  boolean claimsTheSameAs(ReductionPool other) {
    return !Collections.disjoint(sites(), other.sites())
        && !period.from().isAfter(other.period.to())
        && !other.period.from().isAfter(period.to())
        && (project.equals(other.project) || productLine.equals(other.productLine));
  }
}
