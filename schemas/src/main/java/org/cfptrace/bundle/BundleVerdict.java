package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.verify.Reason;

/**
 * What came of a bundle.
 *
 * @param steps what was checked, in order
 * @param chain what came of the declarations; empty when it did not come to that
 * @param reason the first thing that does not hold; empty when all holds
 */
public record BundleVerdict(
    List<Step> steps, Optional<ChainVerdict> chain, Optional<Reason> reason) {
  public BundleVerdict {
    steps = List.copyOf(steps);
    requireNonNull(chain, "chain");
    requireNonNull(reason, "reason");
  }

  /** Whether everything that is in the bundle holds. */
  public boolean holds() {
    return reason.isEmpty();
  }

  /** The first declaration of the chain that fails. */
  static Optional<HopVerdict> firstFailure(ChainVerdict chain) {
    return chain.hops().stream().filter(hop -> hop.reason().isPresent()).findFirst();
  }
}
