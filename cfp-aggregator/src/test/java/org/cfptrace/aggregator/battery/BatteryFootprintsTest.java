package org.cfptrace.aggregator.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.aggregator.battery.Batteries.BATTERY;
import static org.cfptrace.aggregator.battery.Batteries.MAKER;
import static org.cfptrace.aggregator.battery.Batteries.TODAY;
import static org.cfptrace.aggregator.battery.Batteries.emissions;
import static org.cfptrace.aggregator.battery.Batteries.figure;
import static org.cfptrace.aggregator.battery.Batteries.line;
import static org.cfptrace.aggregator.battery.Batteries.lines;
import static org.cfptrace.aggregator.battery.Batteries.mix;
import static org.cfptrace.aggregator.battery.Batteries.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** A battery's file, and what may be declared of it. */
class BatteryFootprintsTest {
  private static final Warranty WARRANTY = Warranty.of("8", "160000");
  private static final Clock NOON =
      Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private final Batteries.Company company =
      new Batteries.Company(model(WARRANTY), figure(emissions(), lines()));

  @Test
  void aWholeBatteryHasItsFigureAndWarningsAlone() {
    BatteryFile file = company.file();

    assertThat(file.footprint().declared().rounded(9)).isEqualByComparingTo("0.158333333");
    assertThat(file.performanceClass()).isEqualTo("not-yet-defined");
    assertThat(file.classScheme()).isEmpty();
    assertThat(file.obligations()).isEmpty();
    assertThat(codes(file))
        .containsExactly(Hindrance.Code.CLASS_SCHEME_ABSENT, Hindrance.Code.METHOD_DRAFT);
    assertThat(file.isDeclarable()).isTrue();
  }

  @Test
  void theNewestSchemeAndTheNewestRulesInForceOnTheDayCount() {
    company.schemes.add(scheme("first", "2026-01-01", "Z", "2026-02-01"));
    company.schemes.add(scheme("second", "2026-06-01", "A", "2026-06-01"));
    company.schemes.add(scheme("next year's", "2027-06-01", "Y", "2026-06-01"));

    BatteryFile file = company.file();

    assertThat(file.performanceClass()).isEqualTo("A");
    assertThat(file.classScheme()).contains("second");
    assertThat(file.obligations())
        .isEqualTo(Map.of(Obligation.PERFORMANCE_CLASS, LocalDate.parse("2027-12-01")));
    assertThat(codes(file)).containsExactly(Hindrance.Code.METHOD_DRAFT);
  }

  @Test
  void aDraftNoMoreTheObligationHasItsDay() {
    FunctionalUnitRules act =
        new FunctionalUnitRules(
            "act",
            BatteryCategory.EV,
            LocalDate.parse("2026-02-01"),
            "a test",
            Batteries.rules("", Optional.of(TODAY)).cyclesPerYear(),
            Batteries.rules("", Optional.of(TODAY)).kilometresPerYear(),
            Batteries.factor("5", false),
            Optional.of(LocalDate.parse("2026-01-15")));
    company.ruleSets.add(act);

    assertThat(company.file().obligations())
        .isEqualTo(Map.of(Obligation.DECLARATION, LocalDate.parse("2027-01-15")));
    assertThat(codes(company.file())).containsExactly(Hindrance.Code.CLASS_SCHEME_ABSENT);
  }

  /** 5700 ÷ 450 kg a kilogram, of 450 kg a battery. */
  @Test
  void aFigurePerKilogramIsTakenByTheMassOfTheBattery() {
    company.hasFigure(
        figure(DeclaredUnit.KILOGRAM, emissions().times(new BigDecimal("0.01")), lines(), true));

    assertThat(company.file().footprint().declaredPerBattery()).isEqualTo(KgCo2e.of("25650"));

    company.hasFigure(figure(DeclaredUnit.HOUR, emissions(), lines(), true));
    assertRefused(ProblemCode.UNIT_MISMATCH);
  }

  @Test
  void whatIsMissingUnsplitOrNoCompanyDataBlocksTheDeclaration() {
    List<ExplodedLine> lines = lines();
    lines.set(0, line("box", LineOrigin.NONE, LineState.ASKED, "0"));
    lines.replaceAll(
        line ->
            line.path().equals("cell/anode")
                ? line("cell/anode", LineOrigin.DEFAULT, LineState.OK, "0")
                : line);
    company.hasFigure(
        figure(
            DeclaredUnit.PIECE,
            emissions().and(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS, KgCo2e.of("1")),
            lines,
            false));

    assertThat(company.file().isDeclarable()).isFalse();
    assertThat(company.file().hindrances())
        .filteredOn(hindrance -> hindrance.code().isBlocking())
        .containsExactly(
            new Hindrance(Hindrance.Code.MISSING_UPSTREAM, "", "the total is not complete"),
            new Hindrance(Hindrance.Code.MISSING_UPSTREAM, "box", "part box: ASKED"),
            new Hindrance(
                Hindrance.Code.SPLIT_NOT_GIVEN, "", "the four stages do not add up to the total"),
            new Hindrance(
                Hindrance.Code.COMPANY_DATA_REQUIRED,
                "cell/anode",
                "ANODE: part cell/anode rests on DEFAULT"));
    assertThatThrownBy(() -> declare(true))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.NOT_DECLARABLE);
              assertThat(refused.errors())
                  .extracting(FieldError::code)
                  .containsExactly(
                      "MISSING_UPSTREAM",
                      "MISSING_UPSTREAM",
                      "SPLIT_NOT_GIVEN",
                      "COMPANY_DATA_REQUIRED");
            });
  }

  @Test
  void declaredAgainWithTheSamePartsNothingStandsInTheWay() {
    LastDeclaration first = declare(false);

    assertThat(first.perKwh()).isEqualTo("0.158333333");
    assertThat(company.file().isDeclarable()).isTrue();
    assertThat(declare(false).hashes()).isEqualTo(first.hashes());
  }

  @Test
  void otherPartsAreANewCalculationThatAPersonTakes() {
    declare(false);
    List<ExplodedLine> more = lines();
    more.add(line("glue"));
    company.hasFigure(figure(emissions(), more));

    assertThat(codes(company.file())).contains(Hindrance.Code.BOM_CHANGED);
    assertThatThrownBy(() -> declare(false))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(FieldError::code)
                    .containsExactly("BOM_CHANGED"));
    declare(true);
    assertThat(codes(company.file())).doesNotContain(Hindrance.Code.BOM_CHANGED);
  }

  @Test
  void anotherElectricityMixIsANewCalculationToo() {
    declare(false);
    BatteryModel model = model(WARRANTY);
    company.keep(Batteries.with(model, mix("0.5"), model.components()));

    assertThat(codes(company.file()))
        .contains(Hindrance.Code.ELECTRICITY_MIX_CHANGED)
        .doesNotContain(Hindrance.Code.BOM_CHANGED);
    assertThatThrownBy(() -> declare(false)).isInstanceOf(Refused.class);
    assertThat(declare(true).hashes()).isEqualTo(company.file().hashes());
  }

  @Test
  void whatWasDeclaredLaterIsNotHeldAgainstWhatWasKnown() {
    declare(false);
    List<ExplodedLine> more = lines();
    more.add(line("glue"));
    company.hasFigure(figure(emissions(), more));
    Instant declaredAt = NOON.instant();

    assertThat(codes(company.footprints().asKnown(MAKER, BATTERY, TODAY, declaredAt)))
        .contains(Hindrance.Code.BOM_CHANGED);
    assertThat(
            codes(company.footprints().asKnown(MAKER, BATTERY, TODAY, declaredAt.minusMillis(1))))
        .doesNotContain(Hindrance.Code.BOM_CHANGED);
  }

  @Test
  void withoutModelFigureOrRuleThereIsNoFile() {
    assertThatThrownBy(
            () ->
                company
                    .footprints()
                    .of(
                        new Tenant(
                            ParticipantId.of("registry.cfptrace.example", "otherotherothero")),
                        BATTERY,
                        TODAY))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
    assertThatThrownBy(() -> company.footprints().of(MAKER, BATTERY, LocalDate.parse("2024-01-01")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.code()).isEqualTo(ProblemCode.FUNCTIONAL_UNIT_UNDETERMINED));
    company.keep(model("75", Optional.empty(), WARRANTY, Optional.empty()));
    assertRefused(ProblemCode.FUNCTIONAL_UNIT_UNDETERMINED);
  }

  private void assertRefused(ProblemCode code) {
    assertThatThrownBy(company::file)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private LastDeclaration declare(boolean isNewCalculation) {
    return new DeclareBattery(company.footprints(), company, NOON)
        .today(MAKER, BATTERY, isNewCalculation);
  }

  private static List<Hindrance.Code> codes(BatteryFile file) {
    return file.hindrances().stream().map(Hindrance::code).toList();
  }

  private static ClassScheme scheme(
      String version, String validFrom, String label, String actInForce) {
    return new ClassScheme(
        version,
        BatteryCategory.EV,
        LocalDate.parse(validFrom),
        "a test",
        Optional.of(LocalDate.parse(actInForce)),
        List.of(new ClassScheme.Limit(label, Optional.empty())));
  }
}
