package org.cfptrace.aggregator.disclose.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.customer.Fixture.at;
import static org.cfptrace.aggregator.disclose.customer.Fixture.day;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.source;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_10;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_9;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.PACT_3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.DataBasis;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Item;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.MassBalancing;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Place;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Time;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule is broken by just one thing, and by nothing else. */
class PlausibilityTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-05-01");
  private static final PcfFacts GOOD = Fixture.gather(CATENA_X_10).facts();
  private static final PcfFacts GOOD_PACT = Fixture.gather(PACT_3).facts();

  @ParameterizedTest
  @EnumSource
  void whatIsPlausibleHasNoFindings(PcfFormat format) {
    assertThat(Plausibility.of(Fixture.gather(format).facts(), format, AS_OF)).isEmpty();
  }

  @Test
  void rule1ATotalIsTheSumOfItsAccounts() {
    StageFigures production = GOOD.stages().production();

    found(
            Broken.production(
                GOOD,
                new StageFigures(
                    new BigDecimal("8.26"),
                    production.exclBiogenicUptake(),
                    production.accounts())))
        .containsExactly(
            "IMPLAUSIBLE rule 1: production including uptake is A+C+D+E+F+G+H = 8.25, seen 8.26");
    found(
            Broken.production(
                GOOD,
                new StageFigures(
                    production.inclBiogenicUptake(),
                    new BigDecimal("11.24"),
                    production.accounts())))
        .containsExactly(
            "IMPLAUSIBLE rule 1: production excluding uptake is A+C+E+F+G+H = 11.25, seen 11.24");
  }

  /** Its totals, 1.9 and 2.9, leave out F = 1.4: it is no oracle. */
  @Test
  void rule1FindsThatTheModelsOwnSampleDoesNotAddUp() {
    Accounts sample =
        new Accounts(
            new BigDecimal("0.5"),
            new BigDecimal("1"),
            new BigDecimal("-1"),
            new BigDecimal("1.4"),
            new BigDecimal("1.4"),
            new BigDecimal("0"),
            new BigDecimal("0"));

    found(
            Broken.production(
                GOOD,
                new StageFigures(
                    new BigDecimal("1.9"), new BigDecimal("2.9"), Optional.of(sample))))
        .containsExactly(
            "IMPLAUSIBLE rule 1: production including uptake is A+C+D+E+F+G+H = 3.3, seen 1.9",
            "IMPLAUSIBLE rule 1: production excluding uptake is A+C+E+F+G+H = 4.3, seen 2.9");
  }

  @Test
  void rule2AnEmissionIsNotNegativeAndAnUptakeNotPositive() {
    found(
            Broken.production(
                GOOD,
                figures(
                    new Accounts(
                        new BigDecimal("5"),
                        new BigDecimal("-0.5"),
                        new BigDecimal("0.25"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO))))
        .containsExactly(
            "VALUE_NOT_TAKEN rule 2: production biogenic non-CO2 (C) must not be below 0, is -0.5",
            "VALUE_NOT_TAKEN rule 2: production biogenic uptake (D), negated must not be below 0,"
                + " is -0.25");
  }

  @Test
  void rule2CatenaXTakesNoTotalBelowZeroWithoutUptakeAndPactDoes() {
    StageFigures removed =
        figures(
            new Accounts(
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("-2"),
                BigDecimal.ZERO));

    found(Broken.production(GOOD, removed))
        .containsExactly(
            "VALUE_NOT_TAKEN rule 2: production excluding uptake must not be below 0, is -1");
    foundInPact(Broken.production(GOOD_PACT, removed)).isEmpty();
  }

  @Test
  void rule3TheRulebookLetsThreePercentBeLeftOut() {
    found(exempted("3", "why")).isEmpty();
    found(exempted("3.01", "why"))
        .containsExactly(
            "CUT_OFF_EXCEEDED rule 3: the PCF Rulebook lets at most 3 percent be left out, are"
                + " 3.01");
    found(exempted("10.5", "why"))
        .containsExactly("VALUE_NOT_TAKEN rule 3: at most 10 percent may be left out, are 10.5");
    foundInPact(Broken.method(GOOD_PACT, exempted(GOOD_PACT.method(), "4", Optional.of("why"))))
        .isEmpty();
  }

  @Test
  void rule3WhatIsLeftOutIsExplained() {
    found(Broken.method(GOOD, exempted(GOOD.method(), "1", Optional.empty())))
        .containsExactly(
            "IMPLAUSIBLE rule 3: where something is left out, exemptedEmissionsDescription says"
                + " why");
  }

  @Test
  void rule4AReferencePeriodEndsAfterItBegins() {
    found(time("2026-01-01", "2026-01-01", "2026-01-01", "2027-01-01"))
        .containsExactly("PERIOD_MIX rule 4: the reference period ends after it begins");
  }

  @Test
  void rule4ValidityBeginsWhereTheReferencePeriodEnds() {
    found(time("2025-01-01", "2026-01-01", "2026-01-01", "2027-01-01")).isEmpty();
    found(time("2025-01-01", "2026-01-01", "2025-12-31", "2027-01-01"))
        .containsExactly(
            "PERIOD_MIX rule 4: a footprint is valid from the end of its reference period,"
                + " 2026-01-01, seen 2025-12-31");
  }

  @Test
  void rule4ValidityEndsAfterItBeginsAndLastsAYear() {
    found(time("2025-01-01", "2026-01-01", "2026-02-01", "2026-02-01"))
        .containsExactly(
            "PERIOD_MIX rule 4: a footprint is valid for at least a day, seen 2026-02-01 to"
                + " 2026-02-01");
    found(time("2025-01-01", "2026-01-01", "2026-02-01", "2027-01-31"))
        .containsExactly(
            "IMPLAUSIBLE rule 4: a footprint should be valid for a year or more, seen 2026-02-01"
                + " to 2027-01-31");
  }

  @Test
  void rule4PactEndsValidityThreeYearsAfterTheReferencePeriod() {
    foundInPact(
            Broken.time(GOOD_PACT, times("2025-01-01", "2026-01-01", "2026-01-01", "2029-01-01")))
        .isEmpty();
    foundInPact(
            Broken.time(GOOD_PACT, times("2025-01-01", "2026-01-01", "2026-01-01", "2029-01-02")))
        .containsExactly(
            "PERIOD_MIX rule 4: PACT lets a footprint be valid until 2029-01-01, seen 2029-01-02");
  }

  @Test
  void rule4ARetrospectiveFootprintSpeaksOfThePast() {
    assertThat(details(Plausibility.of(GOOD, CATENA_X_10, day("2026-01-01")))).isEmpty();
    assertThat(details(Plausibility.of(GOOD, CATENA_X_10, day("2025-12-31"))))
        .containsExactly(
            "IMPLAUSIBLE rule 4: a retrospective footprint speaks of a period that is over; it ends"
                + " 2026-01-01");
  }

  @Test
  void rule4TheRulebookAveragesOverAYearAndNeverOverMoreThanThree() {
    found(time("2024-12-31", "2026-01-01", "2026-01-01", "2027-01-01"))
        .containsExactly(
            "IMPLAUSIBLE rule 4: the PCF Rulebook averages over one year; say in the comment why it"
                + " is more");
    assertThat(complaint(CATENA_X_9, "2023-01-01", "2025-12-31")).isEmpty();
    assertThat(complaint(CATENA_X_9, "2022-12-31", "2025-12-31"))
        .contains("CX_PCF_9 takes a period of at most 3 years");
    assertThat(complaint(PACT_3, "2022-12-31", "2025-12-31")).isEmpty();
  }

  private static Optional<String> complaint(PcfFormat format, String from, String to) {
    return new PcfTarget(format, panel().reader()).complaint(Optional.empty(), Period.of(from, to));
  }

  @Test
  void rule5AProspectiveFootprintHasNoPrimaryDataAndNoRating() {
    PcfFacts future =
        Broken.time(
            GOOD,
            new Time(
                PcfType.PROSPECTIVE_NEW,
                day("2027-01-01"),
                day("2028-01-01"),
                Optional.of(day("2027-01-01")),
                Optional.of(day("2028-01-01"))));
    String finding =
        "IMPLAUSIBLE rule 5: a prospective footprint has no primary data and no data quality"
            + " rating";
    var rated = Optional.of(Representativeness.of("1", "1", "1"));

    found(Broken.data(future, new DataBasis(Optional.empty(), Optional.empty(), List.of())))
        .isEmpty();
    found(
            Broken.data(
                future, new DataBasis(Optional.of(BigDecimal.ZERO), Optional.empty(), List.of())))
        .isEmpty();
    found(
            Broken.data(
                future, new DataBasis(Optional.of(BigDecimal.ONE), Optional.empty(), List.of())))
        .containsExactly(finding);
    found(Broken.data(future, new DataBasis(Optional.empty(), rated, List.of())))
        .containsExactly(finding);
  }

  @Test
  void rule6MassBalancingNamesItsAttributionAndScheme() {
    String finding =
        "REQUIRED_NOT_STATED rule 6: with mass balancing go freeAttributionInMassBalancing and"
            + " massBalancingCertificateScheme";

    found(balanced(true, Optional.of(false), Optional.of("ISCC+"))).isEmpty();
    found(balanced(true, Optional.empty(), Optional.of("ISCC+"))).containsExactly(finding);
    found(balanced(true, Optional.of(true), Optional.empty())).containsExactly(finding);
    found(balanced(false, Optional.empty(), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:BPNL000000000DWF", "urn:bpn:id:BPNL000000000DWF"})
  void rule8ABusinessPartnerNumberIsKnownByItsForm(String id) {
    assertThat(Plausibility.isBpnl(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:BPNL000000000DW", "urn:BPNS000000000DWF", "BPNL000000000DWF"})
  void rule8AnythingElseIsNone(String id) {
    assertThat(Plausibility.isBpnl(id)).isFalse();
  }

  @Test
  void rule9APieceHasAMassAndAKilogramItsOwn() {
    found(item(DeclaredUnit.PIECE, "0"))
        .containsExactly("VALUE_NOT_TAKEN rule 9: one piece has a mass above 0");
    found(item(DeclaredUnit.KILOGRAM, "1")).isEmpty();
    found(item(DeclaredUnit.KILOGRAM, "1000"))
        .containsExactly("IMPLAUSIBLE rule 9: the mass of 1 kilogram is that many kilograms");
  }

  @Test
  void rule9TheRulebookTakesPiecesAndKilograms() {
    found(item(DeclaredUnit.LITER, "0.8"))
        .containsExactly(
            "IMPLAUSIBLE rule 9: the PCF Rulebook takes piece for parts and kilogram for materials,"
                + " seen liter");
    foundInPact(Broken.item(GOOD_PACT, item(GOOD_PACT, DeclaredUnit.LITER, new BigDecimal("0.8"))))
        .isEmpty();
  }

  @Test
  void rule9TheModelNineHasNoMegabitSecond() {
    PcfFacts facts = item(DeclaredUnit.MEGABIT_SECOND, "0");

    assertThat(details(Plausibility.of(facts, CATENA_X_9, AS_OF)))
        .contains("UNIT_MISMATCH rule 9: the model 9.0.0 has no megabit second");
    assertThat(details(Plausibility.of(facts, CATENA_X_10, AS_OF)))
        .noneMatch(it -> it.startsWith("UNIT_MISMATCH"));
  }

  @Test
  void rule10ACustomerTakesCradleToGate() {
    found(Broken.boundary(GOOD, SystemBoundary.CRADLE_TO_GRAVE))
        .containsExactly(
            "BOUNDARY_MIX rule 10: CX_PCF_10 takes cradle to gate, the footprint is"
                + " CRADLE_TO_GRAVE");
    foundInPact(Broken.boundary(GOOD_PACT, SystemBoundary.CRADLE_TO_GRAVE)).hasSize(1);
  }

  @Test
  void rule10WhatIsNotIncludedHasNoFigure() {
    Stages stages = GOOD_PACT.stages();

    foundInPact(
            Broken.stages(
                GOOD_PACT,
                new Stages(stages.production(), false, stages.packaging(), stages.distribution())))
        .containsExactly(
            "IMPLAUSIBLE rule 10: packaging is said not to be included and has a figure");
    found(
            Broken.stages(
                GOOD, new Stages(stages.production(), false, Optional.empty(), Optional.empty())))
        .containsExactly(
            "IMPLAUSIBLE rule 10: the PCF Rulebook has the product's packaging within the boundary;"
                + " where it is, state packagingIncluded");
  }

  @Test
  void rule11TheCountryIsInItsRegionAndTheSubdivisionInIt() {
    found(place("JP", "JP-23", "Asia")).isEmpty();
    found(place("JP", "JP-23", "Global")).isEmpty();
    found(place("JP", "DE-BY", "Eastern Asia"))
        .containsExactly("IMPLAUSIBLE rule 11: the subdivision is one of JP");
    found(place("JP", "JP-23", "Western Europe"))
        .containsExactly("IMPLAUSIBLE rule 11: JP is not in Western Europe");
  }

  @Test
  void rule11PactTakesTheNewestWarmingPotentials() {
    foundInPact(Broken.gwp(GOOD_PACT, GwpSet.AR5))
        .containsExactly(
            "IMPLAUSIBLE rule 11: the PACT Methodology takes the warming potentials of AR6, these"
                + " are of AR5");
    found(Broken.gwp(GOOD, GwpSet.AR5)).isEmpty();
  }

  /** The PCF Rulebook's own table 5: 53.75 percent, printed as 54. */
  @Test
  void rule15TheShareOfPrimaryDataIsTheMeanOfTheSources() {
    assertThat(rule15("53.75", rulebook("75"))).isEmpty();
    assertThat(rule15("54", rulebook("75"))).isEmpty();
    assertThat(rule15("62", rulebook("75")))
        .contains(
            Finding.of(
                Code.IMPLAUSIBLE,
                "rule 15: the sources have a primary data share of 53.75 percent, stated are 62"));
  }

  @Test
  void rule15ASourceThatDoesNotSayHasNoneAndOneThatDoesNotCountIsNotWeighed() {
    var missing =
        source(
            "SUPPLIER",
            "RECALLED",
            at(Stage.PRODUCTION, EmissionAccount.FOSSIL, "900"),
            Optional.empty());

    assertThat(rule15("46.25", with(rulebook(null), missing))).isEmpty();
    assertThat(rule15("53.75", rulebook(null))).isPresent();
  }

  @Test
  void rule15IsNotJudgedWhereTheSourcesAreNotTheWhole() {
    assertThat(rule15("1", rulebook("75").subList(0, 2))).isEmpty();
  }

  /** A 10 kg with 75 %, B 25 kg with 25 %, C 50 kg with 50 %, own 15 kg with 100 %. */
  private static List<SourceFacts> rulebook(@Nullable String shareOfA) {
    return List.of(
        source("SUPPLIER", "OK", fossil("10"), Optional.ofNullable(shareOfA)),
        source("SUPPLIER", "OK", fossil("25"), Optional.of("25")),
        source("SUPPLIER", "OK", fossil("50"), Optional.of("50")),
        source("OWN", "OK", fossil("15"), Optional.of("100")));
  }

  private static Emissions fossil(String kilograms) {
    return at(Stage.PRODUCTION, EmissionAccount.FOSSIL, kilograms);
  }

  private static List<SourceFacts> with(List<SourceFacts> sources, SourceFacts more) {
    return Stream.concat(sources.stream(), Stream.of(more)).toList();
  }

  private static Optional<Finding> rule15(String stated, List<SourceFacts> sources) {
    return PrimaryShareCheck.of(
        panel()
            .emissions(StageProfile.CATENA_X, fossil("15"), fossil("100"))
            .data(Optional.of(PrimaryDataShare.of(stated)), Optional.empty())
            .sources(sources)
            .facts());
  }

  private static StageFigures figures(Accounts accounts) {
    return new StageFigures(
        accounts.sum(), accounts.sum().subtract(accounts.biogenicUptake()), Optional.of(accounts));
  }

  private static PcfFacts exempted(String percent, String why) {
    return Broken.method(GOOD, exempted(GOOD.method(), percent, Optional.of(why)));
  }

  private static Method exempted(Method it, String percent, Optional<String> why) {
    return new Method(
        it.standards(),
        it.sectorRules(),
        Optional.of(new BigDecimal(percent)),
        why,
        it.processes(),
        it.allocation(),
        it.wasteIncineration(),
        it.recycledCarbon(),
        it.captureIncluded(),
        it.massBalancing());
  }

  private static PcfFacts balanced(boolean used, Optional<Boolean> free, Optional<String> scheme) {
    Method it = GOOD.method();
    return Broken.method(
        GOOD,
        new Method(
            it.standards(),
            it.sectorRules(),
            it.exemptedPercent(),
            it.exemptedDescription(),
            it.processes(),
            it.allocation(),
            it.wasteIncineration(),
            it.recycledCarbon(),
            it.captureIncluded(),
            Optional.of(new MassBalancing(used, free, scheme))));
  }

  private static PcfFacts time(String start, String end, String validStart, String validEnd) {
    return Broken.time(GOOD, times(start, end, validStart, validEnd));
  }

  private static Time times(String start, String end, String validStart, String validEnd) {
    return new Time(
        PcfType.RETROSPECTIVE,
        day(start),
        day(end),
        Optional.of(day(validStart)),
        Optional.of(day(validEnd)));
  }

  private static PcfFacts item(DeclaredUnit unit, String mass) {
    return Broken.item(GOOD, item(GOOD, unit, new BigDecimal(mass)));
  }

  private static Item item(PcfFacts facts, DeclaredUnit unit, BigDecimal mass) {
    Item it = facts.item();
    return new Item(
        it.traceId(),
        it.name(),
        it.description(),
        it.ids(),
        it.classifications(),
        unit,
        it.amount(),
        Optional.of(mass));
  }

  private static PcfFacts place(String country, String subdivision, String region) {
    return Broken.place(
        GOOD, new Place(Optional.of(country), Optional.of(subdivision), Optional.of(region)));
  }

  private static ListAssert<String> found(PcfFacts facts) {
    return assertThat(details(Plausibility.of(facts, CATENA_X_10, AS_OF)));
  }

  private static ListAssert<String> foundInPact(PcfFacts facts) {
    return assertThat(details(Plausibility.of(facts, PACT_3, AS_OF)));
  }

  private static List<String> details(List<Finding> findings) {
    return findings.stream().map(it -> it.code() + " " + it.detail()).toList();
  }
}
