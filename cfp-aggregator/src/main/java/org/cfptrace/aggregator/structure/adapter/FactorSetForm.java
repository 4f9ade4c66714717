package org.cfptrace.aggregator.structure.adapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.structure.EmissionFactor;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.service.form.QualityForm;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a set of emission factors as it is written over HTTP and in files. */
@Schema(name = "FactorSet")
record FactorSetForm(
    @Schema(required = true, maxLength = 100, examples = "our-database") String id,
    @Schema(required = true, maxLength = 40, examples = "2025.1") String version,
    @Schema(required = true, maxLength = 400, description = "who published it, and where")
        String source,
    @Schema(required = true, description = "the year its data speaks of", examples = "2024")
        String year,
    @Schema(required = true, maxLength = 40, examples = "JP") String region,
    @Schema(
            required = true,
            description =
                "the warming potentials its amounts were made with; missing of what was loaded"
                    + " before this was asked, and of the examples")
        @Nullable GwpSet gwp,
    @Schema(required = true) List<FactorForm> factors) {

  private static final int MOST = 10_000;

  /** One factor: kg CO2e per one unit. */
  @Schema(name = "EmissionFactor")
  record FactorForm(
      @Schema(required = true, maxLength = 100, examples = "electricity") String code,
      @Schema(required = true, maxLength = 256) String name,
      @Schema(required = true, examples = "kilowatt-hour") String unit,
      @Schema(required = true) List<AmountForm> values,
      @Nullable QualityForm quality) {}

  /** An amount in an account. */
  @Schema(name = "FactorAmount")
  record AmountForm(
      @Schema(required = true, examples = "fossil") String account,
      @Schema(required = true, examples = "0.434") String value) {}

  /** One that is loaded now: it says which warming potentials it was made with. */
  static Optional<FactorSet> read(Fields fields) {
    return read(fields, fields.requiredChoice("gwp", GwpSet.class));
  }

  /** One that is here already. */
  static Optional<FactorSet> readKept(Fields fields) {
    return read(fields, fields.choice("gwp", GwpSet.class));
  }

  private static Optional<FactorSet> read(Fields fields, Optional<GwpSet> gwp) {
    int before = fields.faults();
    var id = fields.requiredText("id", 100);
    var version = fields.requiredText("version", 40);
    var source = fields.requiredText("source", 400);
    var year = fields.requiredValue("year", FactorSetForm::year);
    var region = fields.requiredText("region", 40);
    List<EmissionFactor> factors = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Fields factor : fields.requiredObjects("factors", MOST)) {
      factor(factor)
          .filter(read -> factor.holds("code", codes.add(read.code()), "DUPLICATE", "named twice"))
          .ifPresent(factors::add);
    }
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new FactorSet(
                id.orElseThrow(),
                version.orElseThrow(),
                source.orElseThrow(),
                year.orElseThrow(),
                region.orElseThrow(),
                gwp,
                factors));
  }

  static FactorSetForm of(FactorSet set) {
    return new FactorSetForm(
        set.id(),
        set.version(),
        set.source(),
        Integer.toString(set.year()),
        set.region(),
        set.gwp().orElse(null),
        set.factors().stream().map(FactorSetForm::form).toList());
  }

  private static FactorForm form(EmissionFactor factor) {
    return new FactorForm(
        factor.code(),
        factor.name(),
        factor.unit().text(),
        factor.amounts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(amount -> new AmountForm(amount.getKey().jsonName(), amount.getValue().text()))
            .toList(),
        factor.quality().map(QualityForm::of).orElse(null));
  }

  private static Optional<EmissionFactor> factor(Fields fields) {
    int before = fields.faults();
    var code = fields.requiredText("code", 100);
    var name = fields.requiredText("name", 256);
    var unit = fields.requiredValue("unit", DeclaredUnit::ofAnySpelling);
    Map<EmissionAccount, KgCo2e> amounts = new EnumMap<>(EmissionAccount.class);
    List<Fields> values = fields.requiredObjects("values", EmissionAccount.values().length);
    for (Fields value : values) {
      Optional<EmissionAccount> account = value.requiredValue("account", FactorSetForm::account);
      Optional<BigDecimal> amount = value.requiredDecimal("value");
      value.refuseOthers();
      if (account.isPresent() && amount.isPresent()) {
        take(value, account.get(), new KgCo2e(amount.get()), amounts);
      }
    }
    fields.holds("values", !values.isEmpty(), "REQUIRED", "say at least one amount");
    var quality = QualityForm.read(fields, StageProfile.OURANOS);
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new EmissionFactor(
                code.orElseThrow(), name.orElseThrow(), unit.orElseThrow(), amounts, quality));
  }

  private static void take(
      Fields value, EmissionAccount account, KgCo2e amount, Map<EmissionAccount, KgCo2e> amounts) {
    value.holds(
        "value",
        account.allows(amount),
        "WRONG_SIGN",
        account.jsonName() + " does not take " + amount);
    value.holds(
        "account", amounts.putIfAbsent(account, amount) == null, "DUPLICATE", "named twice");
  }

  private static EmissionAccount account(String text) {
    EmissionAccount account = EmissionAccount.of(text);
    if (!Stage.PRE.takes(account)
        || account == EmissionAccount.UNSPLIT_EMISSIONS
        || account == EmissionAccount.UNSPLIT_REMOVALS) {
      throw new IllegalArgumentException("no factor is of account " + text);
    }
    return account;
  }

  private static int year(String text) {
    if (!text.matches("(19|20|21)[0-9]{2}")) {
      throw new IllegalArgumentException("expected a year such as \"2024\"");
    }
    return Integer.parseInt(text);
  }
}
