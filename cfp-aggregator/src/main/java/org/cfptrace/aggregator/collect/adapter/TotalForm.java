package org.cfptrace.aggregator.collect.adapter;

import org.cfptrace.declaration.TotalClaim;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declared total on the wire: kilograms of CO2-equivalent per one unit, as decimal strings. */
@Schema(description = "kgCO2e per one unit; a total that is not complete says so.")
public record TotalForm(
    @Schema(examples = "18") String exclBiogenicUptake,
    @Schema(examples = "18") String inclBiogenicUptake,
    boolean complete,
    @Schema(examples = "0") String estimatedShare) {
  static TotalForm of(TotalClaim total) {
    return new TotalForm(
        total.exclBiogenicUptake().value().toPlainString(),
        total.inclBiogenicUptake().value().toPlainString(),
        total.complete(),
        total.estimatedShare().value().toPlainString());
  }
}
