package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;

/**
 * One source of one line of a battery's bill of materials, direct or indirect.
 *
 * @param path the ids of the lines that lead to it, from the battery down, joined by {@code /}
 * @param product what is bought or made; empty for an estimate
 * @param amount net, per one unit of what it goes into
 * @param origin what its figure rests on
 * @param estimatedShare how much of its figure is estimated, by whoever gave it
 * @param role which part of a battery the structure says it is
 */
public record ExplodedLine(
    String path,
    String partName,
    Optional<TraceId> product,
    Quantity amount,
    Yield yield,
    LineOrigin origin,
    LineState state,
    Share estimatedShare,
    Optional<ComponentRole> role) {
  public ExplodedLine {
    requireNonNull(path, "path");
    requireNonNull(partName, "partName");
    requireNonNull(product, "product");
    requireNonNull(amount, "amount");
    requireNonNull(yield, "yield");
    requireNonNull(origin, "origin");
    requireNonNull(state, "state");
    requireNonNull(estimatedShare, "estimatedShare");
    requireNonNull(role, "role");
  }

  /** Whether its figure is the supplier's own, counted, and no part of it an estimate. */
  boolean restsOnCompanyData() {
    return origin == LineOrigin.PRIMARY && state.isOk() && estimatedShare.isZero();
  }
}
