package org.cfptrace.aggregator.vehicle.adapter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.vehicle.VehicleModel;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a product is as a vehicle, as it is written over HTTP. */
@Schema(name = "VehicleModel")
record VehicleModelForm(
    @Schema(required = true, examples = "1650") String massKilograms,
    @Schema(required = true, examples = "200000") String lifetimeKilometres,
    @Schema(description = "ids of the lines through which the traction battery comes in")
        List<String> batteryLines,
    @Schema(description = "kg CO2e per vehicle; a scope of its own") @Nullable String outbound,
    @Nullable String usePhase,
    @Nullable String endOfLife) {

  private static final int MOST_LINES = 100;

  static VehicleModel read(Body body, TraceId product) {
    var errors = new FieldErrors();
    Fields fields = body.fields(errors);
    var mass = fields.requiredPositiveDecimal("massKilograms");
    var kilometres = fields.requiredPositiveDecimal("lifetimeKilometres");
    var lines = fields.texts("batteryLines", MOST_LINES, 64);
    var later =
        new VehicleModel.Later(
            amount(fields, "outbound"), amount(fields, "usePhase"), amount(fields, "endOfLife"));
    fields.refuseOthers();
    errors.refuseIfAny();
    return new VehicleModel(
        product, mass.orElseThrow(), kilometres.orElseThrow(), Set.copyOf(lines), later);
  }

  static VehicleModelForm of(VehicleModel model) {
    return new VehicleModelForm(
        model.massKilograms().toPlainString(),
        model.lifetimeKilometres().toPlainString(),
        model.batteryLines().stream().sorted().toList(),
        model.later().outbound().map(KgCo2e::text).orElse(null),
        model.later().usePhase().map(KgCo2e::text).orElse(null),
        model.later().endOfLife().map(KgCo2e::text).orElse(null));
  }

  private static Optional<KgCo2e> amount(Fields fields, String name) {
    return fields.decimal(name).map(KgCo2e::new);
  }
}
