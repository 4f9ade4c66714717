package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Yield;
import org.jspecify.annotations.Nullable;

/**
 * 部品構成, one line: how much of a part ends up in one unit of the product, how much of it is lost on
 * the way, and where it comes from. The mass is that of one piece of the part.
 */
public record BillOfMaterialsLine(
    LineId lineId,
    String partName,
    Quantity netAmount,
    Yield yield,
    @Nullable MassPerUnit massPerUnit,
    LineSupply supply,
    @Nullable Proxy proxy) {

  public BillOfMaterialsLine {
    requireNonNull(lineId, "lineId");
    requireNonNull(partName, "partName");
    requireNonNull(netAmount, "netAmount");
    requireNonNull(yield, "yield");
    requireNonNull(supply, "supply");
  }

  /** A line without loss, mass and proxy. */
  public static BillOfMaterialsLine of(
      LineId lineId, String partName, Quantity netAmount, LineSupply supply) {
    return new BillOfMaterialsLine(lineId, partName, netAmount, Yield.FULL, null, supply, null);
  }

  public BillOfMaterialsLine with(Yield otherYield) {
    return new BillOfMaterialsLine(
        lineId, partName, netAmount, otherYield, massPerUnit, supply, proxy);
  }

  public BillOfMaterialsLine with(MassPerUnit mass) {
    return new BillOfMaterialsLine(lineId, partName, netAmount, yield, mass, supply, proxy);
  }

  public BillOfMaterialsLine with(Proxy leave) {
    return new BillOfMaterialsLine(lineId, partName, netAmount, yield, massPerUnit, supply, leave);
  }
}
