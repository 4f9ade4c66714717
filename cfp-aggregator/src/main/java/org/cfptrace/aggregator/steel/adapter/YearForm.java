package org.cfptrace.aggregator.steel.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kept version on the wire. */
@Schema(description = "One version of an installation's year.")
public record YearForm(
    String installation,
    int year,
    long version,
    Instant savedAt,
    String savedBy,
    @Schema(description = "as it was sent", implementation = Object.class) JsonNode input,
    @Schema(description = "without its explanation", implementation = SteelResultForm.class)
        JsonNode result) {
  static YearForm of(
      InstallationId installation,
      ReportingYear year,
      InstallationYearTable.Kept kept,
      JsonNode input,
      JsonNode result) {
    if (result instanceof ObjectNode shown) {
      shown.remove("explanation");
    }
    return new YearForm(
        installation.value(),
        year.year(),
        kept.version(),
        kept.savedAt(),
        kept.savedBy(),
        input,
        result);
  }
}
