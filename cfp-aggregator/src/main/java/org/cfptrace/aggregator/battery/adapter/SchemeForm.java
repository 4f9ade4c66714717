package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Performance classes as they are written over HTTP and kept. */
@Schema(name = "BatteryClassScheme")
record SchemeForm(
    @Schema(required = true) String version,
    @Schema(required = true) BatteryCategory category,
    @Schema(required = true, examples = "2027-08-18") String validFrom,
    @Schema(required = true, description = "where the limits were published") String source,
    @Schema(description = "when the act that sets them entered into force")
        @Nullable String actInForce,
    @Schema(required = true, description = "the classes, best first") List<LimitForm> limits) {
  private static final int MOST = 50;
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST_SOURCE = 500;

  /** One class. */
  @Schema(name = "BatteryClassLimit")
  record LimitForm(
      @Schema(required = true, examples = "A") String label,
      @Schema(description = "kg CO2e per kWh delivered; not said of the last", examples = "0.05")
          @Nullable String upperBoundExclusive) {}

  static ClassScheme read(Body body) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    var version = fields.requiredText("version", LONGEST_VERSION);
    var category = fields.requiredChoice("category", BatteryCategory.class);
    var validFrom = fields.requiredDate("validFrom");
    var source = fields.requiredText("source", LONGEST_SOURCE);
    var actInForce = fields.date("actInForce");
    var limits = limits(fields);
    fields.refuseOthers();
    errors.refuseIfAny();
    try {
      return new ClassScheme(
          version.orElseThrow(),
          category.orElseThrow(),
          validFrom.orElseThrow(),
          source.orElseThrow(),
          actInForce,
          limits);
    } catch (IllegalArgumentException outOfOrder) {
      String why = String.valueOf(outOfOrder.getMessage());
      throw Refused.field(ProblemCode.INVALID_FIELDS, why, "limits", "INVALID", why);
    }
  }

  static SchemeForm of(ClassScheme scheme) {
    return new SchemeForm(
        scheme.version(),
        scheme.category(),
        scheme.validFrom().toString(),
        scheme.source(),
        scheme.actInForce().map(LocalDate::toString).orElse(null),
        scheme.limits().stream()
            .map(
                limit ->
                    new LimitForm(
                        limit.label(),
                        limit.upperBoundExclusive().map(BigDecimal::toPlainString).orElse(null)))
            .toList());
  }

  ClassScheme scheme() {
    return new ClassScheme(
        version,
        category,
        LocalDate.parse(validFrom),
        source,
        Optional.ofNullable(actInForce).map(LocalDate::parse),
        limits.stream()
            .map(
                limit ->
                    new ClassScheme.Limit(
                        limit.label(),
                        Optional.ofNullable(limit.upperBoundExclusive()).map(BigDecimal::new)))
            .toList());
  }

  private static List<ClassScheme.Limit> limits(Fields parent) {
    List<ClassScheme.Limit> limits = new ArrayList<>();
    for (Fields fields : parent.requiredObjects("limits", MOST)) {
      Optional<String> label = fields.requiredText("label", LONGEST_LABEL);
      Optional<BigDecimal> bound = fields.decimal("upperBoundExclusive");
      fields.refuseOthers();
      label.ifPresent(text -> limits.add(new ClassScheme.Limit(text, bound)));
    }
    return limits;
  }
}
