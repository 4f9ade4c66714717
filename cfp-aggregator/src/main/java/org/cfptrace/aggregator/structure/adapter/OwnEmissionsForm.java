package org.cfptrace.aggregator.structure.adapter;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.service.form.QualityForm;
import org.cfptrace.service.form.ValueForm;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the maker itself emits per unit. */
@Schema(name = "StructureEmissions")
record OwnEmissionsForm(
    @Schema(required = true, description = "kg CO2e per one unit of the product")
        List<ValueForm> values,
    @Nullable QualityForm quality,
    @Schema(required = true) boolean primaryActivityData,
    @Schema(required = true) boolean primaryEmissionFactor) {

  static Optional<OwnEmissions> read(Fields fields, StageProfile profile) {
    int before = fields.faults();
    var values = ValueForm.readAll(fields, profile);
    var quality = QualityForm.read(fields);
    var activity = fields.requiredFlag("primaryActivityData");
    var factor = fields.requiredFlag("primaryEmissionFactor");
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new OwnEmissions(
                values, quality.orElse(null), activity.orElseThrow(), factor.orElseThrow()));
  }

  static OwnEmissionsForm of(OwnEmissions own) {
    return new OwnEmissionsForm(
        ValueForm.of(own.emissions()),
        own.quality() == null ? null : QualityForm.of(own.quality()),
        own.primaryActivityData(),
        own.primaryEmissionFactor());
  }
}
