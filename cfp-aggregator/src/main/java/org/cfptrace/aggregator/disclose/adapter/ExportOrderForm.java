package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Ordered;
import org.cfptrace.aggregator.disclose.job.OrderExport.Wish;
import org.cfptrace.footprint.Period;
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
    if (name.isEmpty()) {
      // What else there may be depends on it.
      errors.refuseIfAny();
    }
    Target<?, ?> target = targets.of(name.orElseThrow());
    period
        .flatMap(it -> target.complaint(plant, it))
        .ifPresent(why -> fields.fault("period", "PERIOD_MIX", why));
    OrderedSubjects ordered = new OrderedSubjects(fields, target, errors);
    List<Ordered> subjects = target.isOfProducts() ? ordered.products() : ordered.plant(plant);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new Wish(
        target.name(),
        plant,
        period.orElseThrow(),
        asOf,
        subjects,
        new String(body.bytes(), UTF_8));
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
