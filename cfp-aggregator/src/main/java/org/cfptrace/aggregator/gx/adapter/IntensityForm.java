package org.cfptrace.aggregator.gx.adapter;

import org.cfptrace.aggregator.gx.Intensity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tonnes of CO2e per tonne on the wire. */
@Schema(
    name = "GxIntensity",
    description =
        "t CO2e per t. Exact as a fraction in lowest terms; the value beside it is for reading.")
public record IntensityForm(
    @Schema(description = "six decimals, rounded half up", examples = "2.3") String value,
    @Schema(examples = "23") String numerator,
    @Schema(examples = "10") String denominator) {
  static IntensityForm of(Intensity intensity) {
    return new IntensityForm(
        intensity.shown(),
        intensity.value().numerator().toPlainString(),
        intensity.value().denominator().toPlainString());
  }
}
