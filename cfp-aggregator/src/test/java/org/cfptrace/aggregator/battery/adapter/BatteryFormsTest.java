package org.cfptrace.aggregator.battery.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.Component;
import org.cfptrace.aggregator.battery.DeclaredCycles;
import org.cfptrace.aggregator.battery.ElectricityMix;
import org.cfptrace.aggregator.battery.Factor;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;
import org.cfptrace.aggregator.battery.Plant;
import org.cfptrace.aggregator.battery.VehicleCategory;
import org.cfptrace.aggregator.battery.Warranty;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.junit.jupiter.api.Test;

/** What is kept as JSON comes back as it was; what comes with the program is what was published. */
class BatteryFormsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void theDraftOf2024ComesWithTheProgramAndSaysThatItIsOne() {
    FunctionalUnitRules rules = BuiltInRules.all().get(0);

    assertThat(BuiltInRules.all()).hasSize(1);
    assertThat(rules.version()).isEqualTo("Ares(2024)3131389");
    assertThat(rules.category()).isEqualTo(BatteryCategory.EV);
    assertThat(rules.actInForce()).isEmpty();
    assertThat(values(rules.cyclesPerYear()))
        .isEqualTo(
            Map.of(
                VehicleCategory.M1, 60,
                VehicleCategory.N1, 60,
                VehicleCategory.L, 20,
                VehicleCategory.M2, 250,
                VehicleCategory.M3, 250,
                VehicleCategory.N2, 250,
                VehicleCategory.N3, 250));
    assertThat(values(rules.kilometresPerYear()))
        .isEqualTo(
            Map.of(
                VehicleCategory.M1, 20_000,
                VehicleCategory.N1, 20_000,
                VehicleCategory.L, 5_000,
                VehicleCategory.M2, 60_000,
                VehicleCategory.M3, 60_000,
                VehicleCategory.N2, 60_000,
                VehicleCategory.N3, 60_000));
    assertThat(rules.kilometresPerYear().values())
        .allMatch(Factor::draft)
        .allMatch(factor -> factor.source().contains("not found in the text"));
    assertThat(rules.yearsWithoutWarranty().value()).isEqualByComparingTo("5");
  }

  @Test
  void rulesAreKeptAsTheyWere() {
    FunctionalUnitRules rules =
        new FunctionalUnitRules(
            "act",
            BatteryCategory.LMT,
            LocalDate.parse("2028-01-01"),
            "a journal",
            Map.of(VehicleCategory.L, new Factor(new BigDecimal("20"), "here", false)),
            Map.of(),
            new Factor(new BigDecimal("2.5"), "there", true),
            Optional.of(LocalDate.parse("2027-01-01")));

    assertThat(again(RulesForm.of(rules), RulesForm.class).rules()).isEqualTo(rules);
  }

  @Test
  void classesAreKeptAsTheyWere() {
    ClassScheme scheme =
        new ClassScheme(
            "v1",
            BatteryCategory.EV,
            LocalDate.parse("2027-08-18"),
            "a journal",
            Optional.empty(),
            List.of(
                new ClassScheme.Limit("A", Optional.of(new BigDecimal("0.05"))),
                new ClassScheme.Limit("E", Optional.empty())));

    assertThat(again(SchemeForm.of(scheme), SchemeForm.class).scheme()).isEqualTo(scheme);
  }

  @Test
  void modelsAreKeptAsTheyWere() {
    assertThat(again(ModelForm.of(model()), ModelForm.class).model()).isEqualTo(model());
    BatteryModel bare = withoutOptions(model());
    assertThat(again(ModelForm.of(bare), ModelForm.class).model()).isEqualTo(bare);
  }

  private static Map<VehicleCategory, Integer> values(Map<VehicleCategory, Factor> factors) {
    return factors.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value().intValueExact()));
  }

  private static <T> T again(T form, Class<T> type) {
    Kept<T> kept = new Kept<>(JSON, type);
    return kept.read(kept.write(form));
  }

  private static BatteryModel model() {
    return new BatteryModel(
        TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
        "MODEL-1",
        BatteryCategory.EV,
        Optional.of(VehicleCategory.M1),
        "NMC 622",
        new BigDecimal("450"),
        new BatteryCapacity(new BigDecimal("75")),
        Warranty.of("8", "160000"),
        Optional.of(new DeclaredCycles(new BigDecimal("55"), DeclaredCycles.Per.YEAR, "measured")),
        new Plant("BPNA000000000001", "Kosai", "JP", "湖西市"),
        new ElectricityMix(List.of(new ElectricityMix.Part("hydro", "JP", Share.ALL))),
        List.of(new Component("cell/anode", ComponentRole.ANODE)));
  }

  private static BatteryModel withoutOptions(BatteryModel model) {
    return new BatteryModel(
        model.product(),
        model.modelId(),
        model.category(),
        Optional.empty(),
        model.chemistry(),
        model.massKilograms(),
        model.usableCapacity(),
        Warranty.NONE,
        Optional.empty(),
        model.plant(),
        model.electricity(),
        List.of());
  }
}
