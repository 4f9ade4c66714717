package org.cfptrace.connector.emission.adapter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cfptrace.connector.emission.OwnEmissions;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.form.QualityForm;
import org.cfptrace.service.form.ValueForm;
import org.cfptrace.service.http.Body;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A posting of own emissions as it is written over HTTP. */
@Schema(name = "OwnEmissions")
record OwnEmissionsForm(
    @Schema(readOnly = true) String emissionsId,
    @Schema(readOnly = true) Instant postedAt,
    @Schema(required = true) PeriodForm period,
    @Schema(description = "where; that of the product if it is tied to one")
        @Nullable String plantId,
    @Schema(description = "stages by which profile; OURANOS when not said", enumeration = "OURANOS")
        String profile,
    @Schema(required = true, description = "kg CO2e per one unit of the product")
        List<ValueForm> values,
    @Schema(required = true) MethodForm method,
    @Nullable QualityForm quality,
    @Schema(required = true, description = "amounts measured at this company's own processes")
        boolean primaryActivityData,
    @Schema(required = true, description = "factors of those very processes")
        boolean primaryEmissionFactor) {

  static OwnEmissions read(Body body, TraceId product, Instant now) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    var period = PeriodForm.readRequired(fields);
    var plant = fields.value("plantId", PlantId::of);
    var profile = fields.choice("profile", StageProfile.class).orElse(StageProfile.OURANOS);
    var values = ValueForm.readAll(fields, profile);
    var method = MethodForm.readRequired(fields);
    var quality = QualityForm.read(fields);
    var primaryActivityData = fields.requiredFlag("primaryActivityData");
    var primaryEmissionFactor = fields.requiredFlag("primaryEmissionFactor");
    fields.refuseOthers();
    errors.refuseIfAny();
    return new OwnEmissions(
        UUID.randomUUID(),
        product,
        period.orElseThrow(),
        plant,
        profile,
        values,
        method.orElseThrow(),
        quality,
        primaryActivityData.orElseThrow(),
        primaryEmissionFactor.orElseThrow(),
        now);
  }

  static OwnEmissionsForm of(OwnEmissions posting) {
    return new OwnEmissionsForm(
        posting.id().toString(),
        posting.postedAt(),
        PeriodForm.of(posting.period()),
        posting.plant().map(PlantId::toString).orElse(null),
        posting.profile().name(),
        ValueForm.of(posting.values()),
        MethodForm.of(posting.method()),
        posting.quality().map(QualityForm::of).orElse(null),
        posting.primaryActivityData(),
        posting.primaryEmissionFactor());
  }
}
