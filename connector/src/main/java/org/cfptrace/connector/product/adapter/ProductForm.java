package org.cfptrace.connector.product.adapter;

import java.util.Optional;
import org.cfptrace.connector.product.Labels;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Product;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as it is written over HTTP; names as Ouranos has them. */
@Schema(name = "Product")
record ProductForm(
    @Schema(
            description = "issued when not given; never changes",
            examples = "urn:uuid:5f0b6c1e-3f1c-4f67-9d9e-0d6d7b0a6b01")
        @Nullable String traceId,
    @Schema(required = true, maxLength = 50, examples = "Hot-rolled coil HR-440") String partsName,
    @Schema(maxLength = 50) @Nullable String supportPartsName,
    @Schema(maxLength = 50) @Nullable String partsLabelName,
    @Schema(maxLength = 50) @Nullable String partsAddInfo1,
    @Schema(maxLength = 50) @Nullable String partsAddInfo2,
    @Schema(maxLength = 50) @Nullable String partsAddInfo3,
    @Schema(maxLength = 100, examples = "steel") @Nullable String category,
    @Schema(
            required = true,
            description =
                "liter, kilogram, cubic-meter, kilowatt-hour, megajoule, ton-kilometer,"
                    + " square-meter, piece, hour or megabit-second; the spellings of Catena-X and"
                    + " Ouranos are read too",
            examples = "kilogram")
        String unit,
    @Schema(description = "mass of one unit in kilograms, a decimal in quotes", examples = "7.85")
        @Nullable String massPerUnit,
    @Schema(description = "where it is made") @Nullable String plantId) {

  /** Reads a new product; its trace id is taken from the body or issued. */
  static Product readNew(Body body) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    Optional<TraceId> given = fields.value("traceId", TraceId::of);
    return read(fields, errors, given.orElseGet(TraceId::random));
  }

  /** Reads a product that is there; its trace id may be repeated in the body but not changed. */
  static Product readChanged(Body body, TraceId traceId) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    fields
        .value("traceId", TraceId::of)
        .filter(given -> !given.equals(traceId))
        .ifPresent(
            given ->
                fields.fault("traceId", "READ_ONLY", "a trace id never changes, it is " + traceId));
    return read(fields, errors, traceId);
  }

  private static Product read(Fields fields, FieldErrors errors, TraceId traceId) {
    var name = fields.requiredText("partsName", 50);
    var supportName = fields.text("supportPartsName", 50);
    var labels =
        new Labels(
            fields.text("partsLabelName", 50),
            fields.text("partsAddInfo1", 50),
            fields.text("partsAddInfo2", 50),
            fields.text("partsAddInfo3", 50));
    var category = fields.text("category", 100);
    var unit = fields.requiredValue("unit", DeclaredUnit::ofAnySpelling);
    var massPerUnit = fields.positiveDecimal("massPerUnit").map(MassPerUnit::new);
    var plant = fields.value("plantId", PlantId::of);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new Product(
        traceId,
        name.orElseThrow(),
        supportName,
        labels,
        category,
        unit.orElseThrow(),
        massPerUnit,
        plant);
  }

  static ProductForm of(Product product) {
    return new ProductForm(
        product.traceId().toString(),
        product.name(),
        product.supportName().orElse(null),
        product.labels().name().orElse(null),
        product.labels().remark1().orElse(null),
        product.labels().remark2().orElse(null),
        product.labels().remark3().orElse(null),
        product.category().orElse(null),
        product.unit().text(),
        product.massPerUnit().map(MassPerUnit::text).orElse(null),
        product.plant().map(PlantId::toString).orElse(null));
  }
}
