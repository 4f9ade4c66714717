package org.cfptrace.connector.emission.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.emission.Method;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a footprint was worked out; in this form it also lies in the table. */
@Schema(name = "Method")
record MethodForm(
    @Schema(examples = "[\"ISO 14067:2018\"]") List<String> standards,
    @Schema(
            required = true,
            description = "warming potentials",
            enumeration = {"AR5", "AR6"})
        String gwp,
    @Schema(
            required = true,
            enumeration = {"CRADLE_TO_GATE", "CRADLE_TO_GRAVE"})
        String boundary,
    @Schema(description = "how joint emissions were divided", examples = "by mass")
        @Nullable String allocation,
    @Schema(description = "percent left out under a cut-off rule", examples = "1.5")
        @Nullable String exemptedPercent,
    @Schema(description = "how electricity was counted", examples = "location-based")
        @Nullable String electricity) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Optional<Method> readRequired(Fields parent) {
    return parent.requiredObject("method").flatMap(MethodForm::read);
  }

  static MethodForm of(Method method) {
    return new MethodForm(
        method.standards(),
        method.basis().gwp().name(),
        method.basis().boundary().name(),
        method.allocation().orElse(null),
        method
            .exempted()
            .map(share -> DecimalText.write(share.value().multiply(HUNDRED)))
            .orElse(null),
        method.electricity().orElse(null));
  }

  Method method() {
    return new Method(
        standards,
        new CalculationBasis(GwpSet.valueOf(gwp), SystemBoundary.valueOf(boundary)),
        Optional.ofNullable(allocation),
        Optional.ofNullable(exemptedPercent).map(text -> share(DecimalText.parse(text))),
        Optional.ofNullable(electricity));
  }

  private static Optional<Method> read(Fields fields) {
    int before = fields.faults();
    var standards = fields.texts("standards", 20, 100);
    var gwp = fields.requiredChoice("gwp", GwpSet.class);
    var boundary = fields.requiredChoice("boundary", SystemBoundary.class);
    var allocation = fields.text("allocation", 500);
    var exempted =
        fields
            .decimal("exemptedPercent")
            .filter(
                percent ->
                    fields.holds(
                        "exemptedPercent",
                        percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0,
                        "OUT_OF_RANGE",
                        "expected 0 to 100, seen " + percent.toPlainString()))
            .map(MethodForm::share);
    var electricity = fields.text("electricity", 500);
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new Method(
                standards,
                new CalculationBasis(gwp.orElseThrow(), boundary.orElseThrow()),
                allocation,
                exempted,
                electricity));
  }

  private static Share share(BigDecimal percent) {
    return new Share(percent.movePointLeft(2));
  }
}
