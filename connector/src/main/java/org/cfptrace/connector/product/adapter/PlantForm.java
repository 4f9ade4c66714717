package org.cfptrace.connector.product.adapter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.connector.product.Plant;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plant as it is written over HTTP. */
@Schema(name = "Plant")
record PlantForm(
    @Schema(readOnly = true, examples = "0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11") String plantId,
    @Schema(required = true, maxLength = 256, examples = "Kisarazu works") String plantName,
    @Schema(required = true, maxLength = 256, examples = "Chiba, Kisarazu 1-2-3")
        String plantAddress,
    @Schema(
            description = "public number, unique within the company, ends in six digits",
            examples = "1234567890123000001")
        @Nullable String openPlantId,
    @Schema(description = "number in other systems") @Nullable String globalPlantId) {

  private static final Pattern OPEN_PLANT_ID = Pattern.compile("[0-9A-Za-z-]{0,20}[0-9]{6}");

  static Plant read(Body body, PlantId id) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    fields
        .value("plantId", PlantId::of)
        .filter(given -> !given.equals(id))
        .ifPresent(
            given ->
                fields.fault("plantId", "READ_ONLY", "the id is issued here and never changes"));
    var name = fields.requiredText("plantName", 256);
    var address = fields.requiredText("plantAddress", 256);
    var openPlantId = fields.value("openPlantId", PlantForm::openPlantId);
    var globalPlantId = fields.text("globalPlantId", 256);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new Plant(id, name.orElseThrow(), address.orElseThrow(), openPlantId, globalPlantId);
  }

  static PlantForm of(Plant plant) {
    return new PlantForm(
        plant.id().toString(),
        plant.name(),
        plant.address(),
        plant.openPlantId().orElse(null),
        plant.globalPlantId().orElse(null));
  }

  private static String openPlantId(String text) {
    return Optional.of(text)
        .filter(number -> OPEN_PLANT_ID.matcher(number).matches())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected 6 to 26 letters, digits or hyphens of which the last six are"
                        + " digits"));
  }
}
