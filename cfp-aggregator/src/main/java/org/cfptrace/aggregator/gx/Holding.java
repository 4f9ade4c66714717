package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;

/**
 * A certificate as its entries have left it.
 *
 * @param entry the number of the entry that issued it
 * @param holder to whom it was last transferred
 */
public record Holding(
    long entry, Allocation allocation, CertificateState state, Optional<String> holder) {
  public Holding {
    requireNonNull(allocation, "allocation");
    requireNonNull(state, "state");
    requireNonNull(holder, "holder");
  }

  Holding after(CertificateMove move) {
    Optional<String> next =
        move.to() == CertificateState.TRANSFERRED ? Optional.of(move.note()) : holder;
    return new Holding(entry, allocation, move.to(), next);
  }

  public boolean isActive() {
    return state.isActive();
  }
}
