package org.cfptrace.aggregator.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.aggregator.battery.Batteries.line;
import static org.cfptrace.aggregator.battery.Batteries.lines;
import static org.cfptrace.aggregator.battery.Batteries.mix;
import static org.cfptrace.aggregator.battery.Batteries.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.aggregator.battery.ClassScheme.Limit;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.UnusableReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, classes, company data and hashes: each rule by itself. */
class BatteryRulesTest {
  private static final List<Component> ROLES = model(Warranty.NONE).components();

  // ---- dates

  /** The later of a fixed day and so many months after the act; the worked table of Article 7. */
  @ParameterizedTest
  @CsvSource({
    "DECLARATION, EV, 2024-01-01, 2025-02-18",
    "DECLARATION, EV, 2024-02-19, 2025-02-19",
    "DECLARATION, EV, 2027-03-31, 2028-03-31",
    "DECLARATION, INDUSTRIAL, 2024-01-01, 2026-02-18",
    "DECLARATION, INDUSTRIAL, 2026-08-31, 2028-02-29",
    "DECLARATION, LMT, 2024-01-01, 2028-08-18",
    "DECLARATION, INDUSTRIAL_EXTERNAL_STORAGE, 2024-01-01, 2030-08-18",
    "PERFORMANCE_CLASS, EV, 2024-01-01, 2026-08-18",
    "PERFORMANCE_CLASS, EV, 2027-01-01, 2028-07-01",
    "PERFORMANCE_CLASS, INDUSTRIAL, 2024-01-01, 2027-08-18",
    "PERFORMANCE_CLASS, LMT, 2024-01-01, 2030-02-18",
    "PERFORMANCE_CLASS, INDUSTRIAL_EXTERNAL_STORAGE, 2024-01-01, 2032-02-18",
    "MAXIMUM_THRESHOLD, EV, 2024-01-01, 2028-02-18",
    "MAXIMUM_THRESHOLD, INDUSTRIAL, 2024-01-01, 2029-02-18",
    "MAXIMUM_THRESHOLD, LMT, 2024-01-01, 2031-08-18",
    "MAXIMUM_THRESHOLD, INDUSTRIAL_EXTERNAL_STORAGE, 2030-01-01, 2033-08-18"
  })
  void anObligationBeginsOnTheLaterOfTwoDays(
      Obligation obligation, BatteryCategory category, LocalDate actInForce, LocalDate from) {
    assertThat(obligation.from(category, Optional.of(actInForce))).contains(from);
  }

  @Test
  void nobodyIsObligedBeforeTheActIsInForce() {
    for (Obligation obligation : Obligation.values()) {
      for (BatteryCategory category : BatteryCategory.values()) {
        assertThat(obligation.from(category, Optional.empty())).isEmpty();
      }
    }
  }

  // ---- classes

  private static ClassScheme scheme(Limit... limits) {
    return new ClassScheme(
        "made up for a test",
        BatteryCategory.EV,
        LocalDate.parse("2026-01-01"),
        "a test",
        Optional.empty(),
        List.of(limits));
  }

  private static Limit limit(String label, String bound) {
    return new Limit(label, Optional.of(new BigDecimal(bound)));
  }

  private static Limit last(String label) {
    return new Limit(label, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"-0.1, A", "0.0499999999, A", "0.05, B", "0.0999, B", "0.1, E", "7, E"})
  void aClassBeginsWhereTheOneBeforeItEnds(String value, String label) {
    ClassScheme scheme = scheme(limit("A", "0.05"), limit("B", "0.1"), last("E"));

    assertThat(scheme.classOf(new PerKwhDelivered(Fraction.of(new BigDecimal(value)))))
        .isEqualTo(label);
  }

  /** 1 ÷ 20 less a hair: rounded for display it would be 0.05, and class B. */
  @Test
  void aClassIsReadFromTheValueBeforeItIsRounded() {
    ClassScheme scheme = scheme(limit("A", "0.05"), last("B"));
    Fraction hair = new Fraction(new BigDecimal("0.9999999999999"), new BigDecimal("20"));

    assertThat(new PerKwhDelivered(hair).rounded(9)).isEqualByComparingTo("0.05");
    assertThat(scheme.classOf(new PerKwhDelivered(hair))).isEqualTo("A");
  }

  @Test
  void classesRiseAndTheLastTakesTheRest() {
    assertThatIllegalArgumentException().isThrownBy(() -> scheme());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scheme(limit("A", "0.1"), limit("B", "0.1"), last("C")))
        .withMessage("upper bounds rise from class to class");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scheme(limit("A", "0.1"), limit("B", "0.2")))
        .withMessage("the last class, and it alone, has no upper bound");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scheme(limit("A", "0.1"), last("A")))
        .withMessage("class A is there twice");
  }

  // ---- company data

  @Test
  void directAndIndirectPartsWithTheirSuppliersFiguresAreCompanyData() {
    assertThat(CompanyData.missing(ROLES, lines())).isEmpty();
  }

  @Test
  void aDefaultAProxyAnEstimateAndAMissingFigureAreNone() {
    List<ExplodedLine> lines = lines();
    lines.replaceAll(
        line ->
            switch (line.path()) {
              case "cell/anode" -> line(line.path(), LineOrigin.SECONDARY, LineState.OK, "1");
              case "cell/cathode" -> line(line.path(), LineOrigin.PROXY, LineState.ASKED, "1");
              case "cell/electrolyte" -> line(line.path(), LineOrigin.PRIMARY, LineState.OK, "0.1");
              case "cell/separator" ->
                  line(
                      line.path(),
                      LineOrigin.NONE,
                      LineState.unusable(UnusableReason.GWP_MIX),
                      "0");
              default -> line;
            });

    assertThat(CompanyData.missing(ROLES, lines))
        .containsExactly(
            new CompanyData.Missing(
                ComponentRole.ANODE, "cell/anode", "part cell/anode rests on SECONDARY"),
            new CompanyData.Missing(
                ComponentRole.CATHODE, "cell/cathode", "part cell/cathode: ASKED"),
            new CompanyData.Missing(
                ComponentRole.ELECTROLYTE,
                "cell/electrolyte",
                "part cell/electrolyte is estimated in part by its supplier"),
            new CompanyData.Missing(
                ComponentRole.SEPARATOR,
                "cell/separator",
                "part cell/separator: UNUSABLE(GWP_MIX)"));
  }

  @Test
  void aRoleThatNoPartPlaysIsMissing() {
    List<ExplodedLine> withoutCasing =
        lines().stream().filter(line -> !line.path().equals("cell/casing")).toList();

    assertThat(CompanyData.missing(ROLES, withoutCasing))
        .containsExactly(
            new CompanyData.Missing(
                ComponentRole.CASING, "", "no part of the bill of materials is named for it"));
  }

  /** The structure names the anode; the cell, bought as a whole, plays the other four. */
  @Test
  void aPartIsNamedByItsStructureAndAPartMayPlaySeveralRoles() {
    ExplodedLine cell = line("cell");
    List<Component> ofCell =
        Stream.of(ComponentRole.values())
            .filter(role -> role != ComponentRole.ANODE)
            .map(role -> new Component("cell", role))
            .toList();
    ExplodedLine foil =
        new ExplodedLine(
            "foil",
            "part foil",
            cell.product(),
            cell.amount(),
            cell.yield(),
            LineOrigin.DEFAULT,
            LineState.OK,
            Share.NONE,
            Optional.of(ComponentRole.ANODE));

    assertThat(CompanyData.missing(ofCell, List.of(cell, foil)))
        .containsExactly(
            new CompanyData.Missing(ComponentRole.ANODE, "foil", "part foil rests on DEFAULT"));
  }

  @Test
  void aPartIsNamedByItsLineOrByItsProduct() {
    ExplodedLine foil = line("cell/foil", LineOrigin.DEFAULT, LineState.OK, "0");
    List<Component> roles = new ArrayList<>(ROLES);
    roles.add(new Component(foil.product().orElseThrow().toString(), ComponentRole.ANODE));
    List<ExplodedLine> lines = lines();
    lines.add(foil);

    assertThat(CompanyData.missing(roles, lines))
        .extracting(CompanyData.Missing::path)
        .containsExactly("cell/foil");
  }

  // ---- hashes

  @Test
  void theOrderOfLinesAndOfTheMixIsNoChange() {
    BatteryModel model = model(Warranty.NONE);
    List<ExplodedLine> reversed = lines();
    Collections.reverse(reversed);
    List<ElectricityMix.Part> parts = new ArrayList<>(model.electricity().parts());
    Collections.reverse(parts);

    assertThat(
            ModelHashes.of(Batteries.with(model, new ElectricityMix(parts), List.of()), reversed))
        .isEqualTo(ModelHashes.of(model, lines()));
  }

  @Test
  void anotherAmountAnotherPartAndAnotherProductAreChanges() {
    BatteryModel model = model(Warranty.NONE);
    String before = ModelHashes.of(model, lines()).billOfMaterials();
    List<ExplodedLine> more = lines();
    more.add(line("glue"));
    List<ExplodedLine> heavier = lines();
    heavier.replaceAll(
        line ->
            new ExplodedLine(
                line.path(),
                line.partName(),
                line.product(),
                Quantity.of("2.6", DeclaredUnit.KILOGRAM),
                line.yield(),
                line.origin(),
                line.state(),
                line.estimatedShare(),
                line.role()));
    List<ExplodedLine> bought = lines();
    bought.set(
        0,
        new ExplodedLine(
            "box",
            "part box",
            line("other box").product(),
            line("box").amount(),
            line("box").yield(),
            LineOrigin.PRIMARY,
            LineState.OK,
            Share.NONE,
            Optional.empty()));

    assertThat(List.of(more, heavier, bought))
        .extracting(lines -> ModelHashes.of(model, lines).billOfMaterials())
        .doesNotContain(before)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFigureThatGotWorseIsNoChangeOfParts() {
    List<ExplodedLine> missing = lines();
    missing.replaceAll(line -> line(line.path(), LineOrigin.NONE, LineState.ASKED, "0"));
    BatteryModel model = model(Warranty.NONE);

    assertThat(ModelHashes.of(model, missing)).isEqualTo(ModelHashes.of(model, lines()));
  }

  @Test
  void anotherElectricityMixIsAChangeOfTheMixAlone() {
    BatteryModel model = model(Warranty.NONE);
    ModelHashes before = ModelHashes.of(model, lines());
    ModelHashes after =
        ModelHashes.of(Batteries.with(model, mix("0.61"), model.components()), lines());

    assertThat(after.billOfMaterials()).isEqualTo(before.billOfMaterials());
    assertThat(after.electricityMix()).isNotEqualTo(before.electricityMix());
  }

  /** SHA-256 of {@code [{"country":"JP","share":"0.4","source":"gas"},…"hydro"}]}, by hand. */
  @Test
  void aHashIsThatOfTheOneSpelling() {
    assertThat(ModelHashes.of(model(Warranty.NONE), List.of()).billOfMaterials())
        .isEqualTo("T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU");
    assertThat(ModelHashes.of(model(Warranty.NONE), List.of()).electricityMix())
        .isEqualTo("zz5XTQhSMNJC41ErlS1v2kqCM3WQWNy9sTpDp3IcCfk");
  }

  @Test
  void aMixIsTheWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ElectricityMix(
                    List.of(new ElectricityMix.Part("hydro", "JP", Share.of("0.9")))))
        .withMessage("the shares of a mix add up to 1, got 0.9");
  }
}
