package org.cfptrace.connector.product.adapter;

import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.product.Estimate;
import org.cfptrace.connector.wiring.form.QualityForm;
import org.cfptrace.connector.wiring.form.ValueForm;
import org.cfptrace.connector.wiring.http.Fields;
import org.cfptrace.footprint.StageProfile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the owner puts in for a terminal part, per one unit of the line. */
@Schema(name = "Estimate")
record EstimateForm(
    @Schema(required = true) List<ValueForm> values,
    @Schema(
            required = true,
            enumeration = {"SECONDARY", "DEFAULT"})
        String origin,
    @Schema(description = "database or guideline", maxLength = 200) @Nullable String reference,
    @Nullable QualityForm quality) {

  static Optional<Estimate> read(Fields fields) {
    int before = fields.faults();
    var values = ValueForm.readAll(fields, StageProfile.OURANOS);
    var origin = fields.requiredChoice("origin", Estimate.Origin.class);
    var reference = fields.text("reference", 200);
    var quality = QualityForm.read(fields);
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(new Estimate(values, origin.orElseThrow(), reference, quality));
  }

  static EstimateForm of(Estimate estimate) {
    return new EstimateForm(
        ValueForm.of(estimate.perUnit()),
        estimate.origin().name(),
        estimate.reference().orElse(null),
        estimate.quality().map(QualityForm::of).orElse(null));
  }
}
