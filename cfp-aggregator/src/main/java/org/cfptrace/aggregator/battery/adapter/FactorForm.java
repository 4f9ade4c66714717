package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.battery.Factor;
import org.cfptrace.aggregator.battery.VehicleCategory;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number of a rule as it is written over HTTP and kept. */
@Schema(name = "RuleFactor")
record FactorForm(
    @Schema(description = "of which vehicles; not said of a number for all")
        @Nullable VehicleCategory vehicleCategory,
    @Schema(required = true, examples = "60") String value,
    @Schema(required = true, description = "where it was published") String source,
    @Schema(required = true, description = "whether that is a draft") boolean draft) {
  private static final int MOST = 20;
  private static final int LONGEST = 500;

  /** Reads a list with one number for each vehicle category. */
  static Map<VehicleCategory, Factor> readAll(Fields parent, String name) {
    Map<VehicleCategory, Factor> factors = new EnumMap<>(VehicleCategory.class);
    for (Fields fields : parent.requiredObjects(name, MOST)) {
      Optional<VehicleCategory> category =
          fields.requiredChoice("vehicleCategory", VehicleCategory.class);
      Optional<Factor> factor = factor(fields);
      if (category.isPresent()
          && factor.isPresent()
          && factors.putIfAbsent(category.get(), factor.get()) != null) {
        fields.fault("vehicleCategory", "DUPLICATE", "there is a number for it already");
      }
    }
    return factors;
  }

  static Optional<Factor> readRequired(Fields parent, String name) {
    return parent.requiredObject(name).flatMap(FactorForm::factor);
  }

  static FactorForm of(Factor factor) {
    return new FactorForm(null, factor.value().toPlainString(), factor.source(), factor.draft());
  }

  static List<FactorForm> of(Map<VehicleCategory, Factor> factors) {
    return factors.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new FactorForm(
                    entry.getKey(),
                    entry.getValue().value().toPlainString(),
                    entry.getValue().source(),
                    entry.getValue().draft()))
        .toList();
  }

  static Map<VehicleCategory, Factor> factors(List<FactorForm> forms) {
    Map<VehicleCategory, Factor> factors = new EnumMap<>(VehicleCategory.class);
    forms.forEach(
        form ->
            Optional.ofNullable(form.vehicleCategory())
                .ifPresent(category -> factors.put(category, form.factor())));
    return factors;
  }

  Factor factor() {
    return new Factor(new BigDecimal(value), source, draft);
  }

  private static Optional<Factor> factor(Fields fields) {
    Optional<BigDecimal> value = fields.requiredPositiveDecimal("value");
    Optional<String> source = fields.requiredText("source", LONGEST);
    Optional<Boolean> draft = fields.requiredFlag("draft");
    fields.refuseOthers();
    return value.isPresent() && source.isPresent() && draft.isPresent()
        ? Optional.of(new Factor(value.get(), source.get(), draft.get()))
        : Optional.empty();
  }
}
