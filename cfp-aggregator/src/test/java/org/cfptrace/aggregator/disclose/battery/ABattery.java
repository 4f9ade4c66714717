package org.cfptrace.aggregator.disclose.battery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.ElectricityMix;
import org.cfptrace.aggregator.battery.FunctionalUnit;
import org.cfptrace.aggregator.battery.Obligation;
import org.cfptrace.aggregator.battery.Plant;
import org.cfptrace.aggregator.battery.VehicleCategory;
import org.cfptrace.aggregator.battery.Warranty;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.Duty;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;

/**
 * The published example: 75 kWh in a passenger car with a warranty of 8 years or 160,000 km give
 * 36,000 kWh over life; 4200, 1500, 150 and -150 kg are 5700 kg, 0.158333… kg per kWh.
 */
public final class ABattery {
  public static final TraceId PRODUCT = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  public static final Instant AS_OF = Instant.parse("2026-11-27T03:04:05Z");
  public static final String STUDY = "https://example.com/study.pdf";
  public static final String NAME = "車載用リチウムイオン電池 B1";
  public static final CompanyFacts COMPANY =
      new CompanyFacts(
          "did:web:registry.cfptrace.example:participants:makermakermakerm",
          "浜名電池株式会社 Hamana Denchi",
          "JP",
          Optional.of("1234567890123"),
          Optional.empty());

  private ABattery() {}

  public static BatteryModel model() {
    return new BatteryModel(
        PRODUCT,
        "MODEL-1",
        BatteryCategory.EV,
        Optional.of(VehicleCategory.M1),
        "NMC 622",
        new BigDecimal("450"),
        new BatteryCapacity(new BigDecimal("75")),
        Warranty.of("8", "160000"),
        Optional.empty(),
        new Plant("BPNA000000000001", "湖西工場", "JP", "静岡県湖西市 1-2-3"),
        new ElectricityMix(
            List.of(
                new ElectricityMix.Part("hydro", "JP", Share.of("0.6")),
                new ElectricityMix.Part("gas", "JP", Share.of("0.4")))),
        List.of());
  }

  public static FunctionalUnit functionalUnit() {
    return new FunctionalUnit(
        new BatteryCapacity(new BigDecimal("75")),
        new BigDecimal("60"),
        Optional.of(Fraction.of(new BigDecimal("8"))),
        FunctionalUnit.YearsFrom.WARRANTY_YEARS,
        "Ares(2024)3131389",
        true);
  }

  /** The published stages. */
  public static BatteryFacts facts() {
    return facts("5700", "4200", "1500", "150", "-150");
  }

  /** A total and its stages, which may not fit. */
  public static BatteryFacts facts(String total, String... stages) {
    List<Stage> names =
        List.of(Stage.RAW_MATERIAL, Stage.MAIN_PRODUCTION, Stage.DISTRIBUTION, Stage.END_OF_LIFE);
    List<StageAmount> amounts =
        List.of(0, 1, 2, 3).stream()
            .map(i -> new StageAmount(names.get(i), KgCo2e.of(stages[i])))
            .toList();
    return new BatteryFacts(
        COMPANY,
        NAME,
        model(),
        functionalUnit(),
        Period.ofYear(2025),
        new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GRAVE),
        KgCo2e.of(total),
        KgCo2e.of("5650.5"),
        amounts,
        true,
        Share.of("0.05"),
        Optional.of(PrimaryDataShare.of("82.5")),
        Optional.of(
            DataQuality.same(
                StageProfile.EU_BATTERY,
                QualityScale.ONE_TO_FIVE,
                Representativeness.of("2", "1", "3"))),
        ClassScheme.NOT_YET_DEFINED,
        Optional.empty(),
        duties(Optional.empty()));
  }

  /** The same battery in a class, whose declaration is obligatory from a day. */
  public static BatteryFacts classified(String label, String scheme, LocalDate obligedFrom) {
    BatteryFacts facts = facts();
    return new BatteryFacts(
        facts.company(),
        facts.name(),
        facts.model(),
        facts.functionalUnit(),
        facts.period(),
        facts.basis(),
        facts.declared(),
        facts.inclBiogenicUptake(),
        facts.stages(),
        facts.complete(),
        facts.estimatedShare(),
        facts.primaryDataShare(),
        facts.quality(),
        label,
        Optional.of(scheme),
        duties(Optional.of(obligedFrom)));
  }

  private static List<Duty> duties(Optional<LocalDate> declarationFrom) {
    Map<Obligation, Optional<LocalDate>> from = new EnumMap<>(Obligation.class);
    from.put(Obligation.DECLARATION, declarationFrom);
    return List.of(Obligation.values()).stream()
        .map(
            obligation ->
                new Duty(
                    obligation,
                    obligation.notBefore(BatteryCategory.EV),
                    from.getOrDefault(obligation, Optional.empty())))
        .toList();
  }

  /** A stamp that warns of a draft and of classes that are not there. */
  public static Stamp stamp() {
    return new Stamp(
        "exp-7f3a",
        AS_OF,
        List.of(
            Finding.of(
                Finding.Code.CLASS_SCHEME_ABSENT, "no performance classes are loaded for EV"),
            Finding.of(
                Finding.Code.METHOD_DRAFT,
                "voluntary: the functional unit follows the draft Ares(2024)3131389")),
        Optional.empty(),
        Optional.empty());
  }

  /** A stamp of an export that goes on in spite of a part that is missing. */
  public static Stamp overridden() {
    return new Stamp(
        "exp-8b21",
        AS_OF,
        List.of(
            new Finding(
                Finding.Code.MISSING_UPSTREAM, "body/box", "supplier has not answered yet")),
        Optional.of(new Stamp.Overridden("納期のため、回答前に提出する: will be corrected", "officer@hamana")),
        Optional.of("exp-7f3a"));
  }
}
