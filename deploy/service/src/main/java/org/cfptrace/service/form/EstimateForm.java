package org.cfptrace.service.form;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the owner puts in for a part without a supplier's figure, per one unit. */
@Schema(name = "Estimate")
public record EstimateForm(
    @Schema(required = true) List<ValueForm> values,
    @Schema(description = "per one of which unit; that of the line when not said")
        @Nullable String unit,
    @Schema(required = true) Origin origin,
    @Schema(description = "database or guideline", maxLength = 800) @Nullable String reference,
    @Nullable QualityForm quality) {

  // A citation of an emission factor names set, version, code and source.
  private static final int LONGEST_REFERENCE = 800;

  /** Where an estimate comes from. */
  public enum Origin {
    SECONDARY,
    DEFAULT
  }

  /** Reads an estimate; its unit is that of the line where it names none. */
  public static Optional<Estimate> read(Fields fields, Optional<DeclaredUnit> unitOfLine) {
    return read(fields, unitOfLine, StageProfile.OURANOS);
  }

  /** As above, booked in the stages of a profile. */
  public static Optional<Estimate> read(
      Fields fields, Optional<DeclaredUnit> unitOfLine, StageProfile profile) {
    int before = fields.faults();
    var values = ValueForm.readAll(fields, profile);
    var unit = fields.value("unit", DeclaredUnit::ofAnySpelling).or(() -> unitOfLine);
    var origin = fields.requiredChoice("origin", Origin.class);
    var reference = fields.text("reference", LONGEST_REFERENCE);
    var quality = QualityForm.read(fields, profile);
    fields.refuseOthers();
    return fields.faults() > before || unit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                LineOrigin.valueOf(origin.orElseThrow().name()),
                unit.get(),
                values,
                quality.orElse(null),
                reference.orElse("")));
  }

  /** An estimate in the form it goes out in. */
  public static EstimateForm of(Estimate estimate) {
    return new EstimateForm(
        ValueForm.of(estimate.emissions()),
        estimate.unit().text(),
        Origin.valueOf(estimate.origin().name()),
        estimate.note().isEmpty() ? null : estimate.note(),
        estimate.quality() == null ? null : QualityForm.of(estimate.quality()));
  }
}
