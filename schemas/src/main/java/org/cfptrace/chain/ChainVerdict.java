package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;

/**
 * What came of a chain.
 *
 * @param hops every declaration once, each behind the one through which it was first reached; the
 *     first is the one the audit is about
 * @param coverage how many percent of the root's emissions were reached through verified
 *     declarations alone, see {@link ChainVerifier}
 * @param told what each declaration that holds is about, for comparing one audit with another
 */
public record ChainVerdict(List<HopVerdict> hops, Coverage coverage, List<Told> told) {
  public ChainVerdict {
    hops = List.copyOf(hops);
    told = List.copyOf(told);
    requireNonNull(coverage, "coverage");
  }

  /** One of which nothing is compared. */
  public ChainVerdict(List<HopVerdict> hops, Coverage coverage) {
    this(hops, coverage, List.of());
  }

  public HopVerdict root() {
    return hops.get(0);
  }

  /** What came of this declaration; empty when the chain does not lead to it. */
  public Optional<HopVerdict> of(DeclarationId id) {
    return hops.stream().filter(hop -> hop.declarationId().equals(id)).findFirst();
  }

  /** Whether every declaration was shown and holds. */
  public boolean isVerified() {
    return hops.stream().allMatch(hop -> hop.outcome() == HopOutcome.VERIFIED);
  }

  /** Whether some declaration is remarked to lack something, though what it says holds. */
  public boolean leavesOpen() {
    return hops.stream().flatMap(hop -> hop.remarks().stream()).anyMatch(Remark::leavesOpen);
  }

  /** Whether some declaration does not hold. */
  public boolean hasFailed() {
    return hops.stream().anyMatch(hop -> hop.outcome() == HopOutcome.FAILED);
  }
}
