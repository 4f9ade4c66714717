package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.ExportSubjects.Ordered;
import org.cfptrace.aggregator.disclose.Options;
import org.cfptrace.aggregator.disclose.OrderExport.Wish;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order of an export as it is sent. */
@Schema(name = "ExportOrder")
record ExportOrderForm(
    @Schema(required = true) TargetName target,
    @Schema(description = "trace ids, in the order of the files; none for CBAM")
        @Nullable List<ProductForm> products,
    @Schema(
            description =
                "only what this plant makes; for CBAM, where it must be said, the installation")
        @Nullable String plant,
    @Schema(
            required = true,
            description = "the figure is that of its last day; for CBAM one calendar year")
        PeriodForm period,
    @Schema(description = "as it was known then; as it is known now when not said")
        @Nullable Instant asOf,
    @Schema(
            implementation = Object.class,
            description = "what the target takes beside that, for all products; see the README")
        @Nullable JsonNode options) {
  private static final int MOST_PRODUCTS = 20_000;
  private static final int LONGEST_PLANT = 256;

  /** One of the products. */
  @Schema(name = "ExportOrderProduct")
  record ProductForm(
      @Schema(required = true) String traceId,
      @Schema(
              implementation = Object.class,
              description = "of this product; each takes the place of the one for all")
          @Nullable JsonNode options) {}

  /** Reads an order; refused with everything that is wrong with it. */
  static Wish read(Body body, Targets targets) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<TargetName> name = fields.requiredChoice("target", TargetName.class);
    Optional<Period> period = PeriodForm.readRequired(fields);
    Optional<String> plant = fields.text("plant", LONGEST_PLANT);
    Optional<Instant> asOf = fields.value("asOf", ExportOrderForm::instant);
    Optional<ObjectNode> options = fields.whole("options");
    List<Fields> products = fields.objects("products", MOST_PRODUCTS);
    fields.refuseOthers();
    errors.refuseIfAny();
    Target<?, ?> target = targets.of(name.orElseThrow());
    target
        .complaint(plant, period.orElseThrow())
        .ifPresent(why -> errors.add("period", "PERIOD_MIX", why));
    ObjectNode common = options.orElseGet(Options::none);
    List<Ordered> subjects =
        target.isOfProducts()
            ? products(fields, products, target, common, errors)
            : plant(fields, products, plant, target, common, errors);
    errors.refuseIfAny();
    return new Wish(
        target.name(),
        plant,
        period.orElseThrow(),
        asOf,
        subjects,
        new String(body.bytes(), UTF_8));
  }

  private static List<Ordered> products(
      Fields fields,
      List<Fields> products,
      Target<?, ?> target,
      ObjectNode common,
      FieldErrors errors) {
    if (products.isEmpty()) {
      fields.fault("products", "REQUIRED", "name at least one product");
    }
    Set<TraceId> seen = new HashSet<>();
    List<Ordered> ordered = new ArrayList<>();
    for (Fields product : products) {
      Optional<TraceId> traceId = product.requiredValue("traceId", TraceId::of);
      ObjectNode merged = Options.merged(common, product.whole("options"));
      product.refuseOthers();
      check(target, merged, product.pathOf("options"), errors);
      traceId.ifPresent(
          id -> {
            if (seen.add(id)) {
              ordered.add(new Ordered(id.toString(), merged.toString()));
            } else {
              product.fault("traceId", "TWICE", "this product is in the order already");
            }
          });
    }
    return ordered;
  }

  private static List<Ordered> plant(
      Fields fields,
      List<Fields> products,
      Optional<String> plant,
      Target<?, ?> target,
      ObjectNode common,
      FieldErrors errors) {
    if (!products.isEmpty()) {
      fields.fault("products", "NOT_EXPECTED", "this target is about a plant and all its goods");
    }
    if (plant.isEmpty()) {
      fields.fault("plant", "REQUIRED", "name the plant this is about");
    }
    check(target, common, "options", errors);
    return plant.map(it -> List.of(new Ordered(it, common.toString()))).orElse(List.of());
  }

  private static void check(
      Target<?, ?> target, ObjectNode options, String path, FieldErrors errors) {
    for (FieldError error : Options.faults(target, options.toString())) {
      errors.add(path + "." + error.field(), error.code(), error.message());
    }
  }

  private static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
      if (text.startsWith("2")) {
        return instant;
      }
      throw new DateTimeException("not a year of this age");
    } catch (DateTimeException notOne) {
      throw new IllegalArgumentException("expected such as 2026-11-27T09:00:00Z", notOne);
    }
  }
}
