package org.cfptrace.aggregator.battery.adapter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rules of the functional unit as they are written over HTTP and kept. */
@Schema(name = "FunctionalUnitRules")
record RulesForm(
    @Schema(required = true) String version,
    @Schema(required = true) BatteryCategory category,
    @Schema(required = true, examples = "2024-04-29") String validFrom,
    @Schema(required = true, description = "where they were published") String source,
    @Schema(required = true, description = "full equivalent cycles") List<FactorForm> cyclesPerYear,
    @Schema(required = true, description = "by which a warranty in kilometres becomes years")
        List<FactorForm> kilometresPerYear,
    @Schema(required = true) FactorForm yearsWithoutWarranty,
    @Schema(description = "when the act behind them entered into force; not said of a draft")
        @Nullable String actInForce) {
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST_SOURCE = 500;

  static FunctionalUnitRules read(Body body) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    var version = fields.requiredText("version", LONGEST_VERSION);
    var category = fields.requiredChoice("category", BatteryCategory.class);
    var validFrom = fields.requiredDate("validFrom");
    var source = fields.requiredText("source", LONGEST_SOURCE);
    var cycles = FactorForm.readAll(fields, "cyclesPerYear");
    var kilometres = FactorForm.readAll(fields, "kilometresPerYear");
    var without = FactorForm.readRequired(fields, "yearsWithoutWarranty");
    var actInForce = fields.date("actInForce");
    fields.refuseOthers();
    errors.refuseIfAny();
    return new FunctionalUnitRules(
        version.orElseThrow(),
        category.orElseThrow(),
        validFrom.orElseThrow(),
        source.orElseThrow(),
        cycles,
        kilometres,
        without.orElseThrow(),
        actInForce);
  }

  static RulesForm of(FunctionalUnitRules rules) {
    return new RulesForm(
        rules.version(),
        rules.category(),
        rules.validFrom().toString(),
        rules.source(),
        FactorForm.of(rules.cyclesPerYear()),
        FactorForm.of(rules.kilometresPerYear()),
        FactorForm.of(rules.yearsWithoutWarranty()),
        rules.actInForce().map(LocalDate::toString).orElse(null));
  }

  FunctionalUnitRules rules() {
    return new FunctionalUnitRules(
        version,
        category,
        LocalDate.parse(validFrom),
        source,
        FactorForm.factors(cyclesPerYear),
        FactorForm.factors(kilometresPerYear),
        yearsWithoutWarranty.factor(),
        Optional.ofNullable(actInForce).map(LocalDate::parse));
  }
}
