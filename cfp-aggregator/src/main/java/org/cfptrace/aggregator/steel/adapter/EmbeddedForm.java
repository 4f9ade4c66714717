package org.cfptrace.aggregator.steel.adapter;

import org.cfptrace.aggregator.steel.EmbeddedEmissions;
import org.cfptrace.aggregator.steel.SpecificEmbeddedEmissions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Embedded emissions on the wire, direct and indirect apart. */
@Schema(description = "t CO2e per t of the good where specific, else t CO2e. Not a footprint.")
public record EmbeddedForm(NumberForm direct, NumberForm indirect, NumberForm total) {
  static EmbeddedForm of(SpecificEmbeddedEmissions specific) {
    return new EmbeddedForm(
        NumberForm.of(specific.direct()),
        NumberForm.of(specific.indirect()),
        NumberForm.of(specific.total()));
  }

  static EmbeddedForm of(EmbeddedEmissions embedded) {
    return new EmbeddedForm(
        NumberForm.of(embedded.direct().value()),
        NumberForm.of(embedded.indirect().value()),
        NumberForm.of(embedded.total().value()));
  }
}
