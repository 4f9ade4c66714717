package org.cfptrace.aggregator.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.aggregator.steel.AnInstallation.AProcess.process;
import static org.cfptrace.aggregator.steel.AnInstallation.actual;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;
import static org.cfptrace.aggregator.steel.GoodsCategory.CRUDE_STEEL;
import static org.cfptrace.aggregator.steel.GoodsCategory.IRON_OR_STEEL_PRODUCTS;
import static org.cfptrace.aggregator.steel.GoodsCategory.PIG_IRON;
import static org.cfptrace.aggregator.steel.GoodsCategory.SINTERED_ORE;
import static org.cfptrace.aggregator.steel.SteelRoute.BF_BOF;
import static org.cfptrace.aggregator.steel.SteelRoute.DRI_EAF;
import static org.cfptrace.aggregator.steel.SteelRoute.SCRAP_EAF;

import java.util.List;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.SteelFault.Kind;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.Test;

/** Each check of an input, broken alone: its code, its field, what was seen. */
class RefusedSteelTest {
  private static final VerifierReport REPORT = new VerifierReport("R-1", "V", "JAB");

  @Test
  void acceptsTheInputThatTheOthersSpoil() {
    assertThat(faults(installation().running(steel()).build())).isEmpty();
  }

  @Test
  void refusesACodeThatIsNotOfTheGood() {
    refused(
        installation()
            .running(process("steel", CRUDE_STEEL, SCRAP_EAF).making("72083600", "100"))
            .build(),
        Kind.CN_INVALID,
        "processes[0].outputs[0].cn",
        "expected a code of crude steel, seen 72083600");
  }

  @Test
  void refusesScrapAsAPrecursor() {
    refused(
        installation().buying(purchase("scrap", "72044910", "US", "10", null)).build(),
        Kind.CN_INVALID,
        "purchases[0].cn",
        "expected a precursor of iron and steel, seen 72044910, scrap, which a process states apart");
  }

  @Test
  void refusesACodeOfSevenDigits() {
    assertThatThrownBy(() -> new CnCode("7208360"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a CN code of 8 digits, seen 7208360");
  }

  @Test
  void refusesAPeriodAcrossTwoCalendarYears() {
    refused(
        installation().in(Period.of("2026-04-01", "2027-03-31")).running(steel()).build(),
        Kind.PERIOD_MIX,
        "period",
        "expected a period inside 2026, seen 2026-04-01/2027-03-31");
  }

  @Test
  void refusesAPrecursorOfAJapaneseFiscalYear() {
    refused(
        buyingPigIron(Period.of("2025-04-01", "2026-03-31")),
        Kind.PERIOD_MIX,
        "purchases[0].actual.period",
        "expected a period inside one calendar year not after 2026, seen 2025-04-01/2026-03-31");
  }

  @Test
  void takesAPrecursorOfAnEarlierYearAndSaysSo() {
    InstallationYear input = buyingPigIron(Period.ofYear(2025));

    List<Flag.Kind> flags =
        outcome(input)
            .fold(result -> result.flags().stream().map(Flag::kind).toList(), faults -> List.of());

    assertThat(flags).containsExactly(Flag.Kind.OF_EARLIER_YEAR);
  }

  @Test
  void refusesWhatNoDefaultValueIsPublishedFor() {
    refused(
        installation().buying(purchase("ore", "26011200", "BR", "10", null)).build(),
        Kind.FACTOR_UNKNOWN,
        "purchases[0]",
        "no default value is published for CN 26011200 from BR in 2026 (IR (EU) 2025/2621, excerpt"
            + " shipped with CFP Trace): give an actual value with a verifier's report, or load a"
            + " set that has one");
  }

  @Test
  void refusesSinterInCrudeSteel() {
    refused(
        installation()
            .running(process("sinter", SINTERED_ORE, null).making("26011200", "10").emitting("2"))
            .running(steel().usingProcess("sinter", "10"))
            .build(),
        Kind.PRECURSOR_NOT_ALLOWED,
        "processes[1].precursors[0]",
        "crude steel is not made of sintered ore");
  }

  @Test
  void refusesAPrecursorThatIsNotThere() {
    refused(
        installation().running(steel().usingPurchase("dri", "10")).build(),
        Kind.PRECURSOR_UNKNOWN,
        "processes[0].precursors[0].purchase",
        "there is no purchase dri");
  }

  @Test
  void refusesACycleWithItsPath() {
    refused(
        installation()
            .running(slab("a").usingProcess("b", "1"))
            .running(slab("b").usingProcess("c", "1"))
            .running(slab("c").usingProcess("a", "1"))
            .build(),
        Kind.PRECURSOR_CYCLE,
        "processes",
        "a process uses its own product: a > b > c > a");
  }

  @Test
  void refusesToUseMoreThanWasMadeAndNotSold() {
    refused(
        installation()
            .running(
                process("steel", CRUDE_STEEL, SCRAP_EAF)
                    .making("72071114", "100", "30")
                    .emitting("10"))
            .running(
                process("coil", IRON_OR_STEEL_PRODUCTS, SCRAP_EAF)
                    .making("72083600", "60")
                    .emitting("6")
                    .usingProcess("steel", "70.001"))
            .build(),
        Kind.PRECURSOR_OVERUSED,
        "processes[0]",
        "process steel: 70.001 t consumed and 30 t sold of 100 t");
  }

  @Test
  void refusesToUseMoreThanWasBoughtInTwoProcessesTogether() {
    refused(
        installation()
            .buying(purchase("iron", "72011011", "JP", "10", verified("1.6", "0")))
            .running(slab("a").usingPurchase("iron", "6"))
            .running(slab("b").usingPurchase("iron", "5"))
            .build(),
        Kind.PRECURSOR_OVERUSED,
        "purchases[0]",
        "purchase iron: 11 t consumed and 0 t sold of 10 t");
  }

  @Test
  void refusesPigIronWithoutARoute() {
    refused(
        installation().running(process("iron", PIG_IRON, null).making("72011011", "1")).build(),
        Kind.ROUTE_INVALID,
        "processes[0].route",
        "pig iron takes one of [BF_BOF], seen none");
  }

  @Test
  void refusesARouteForSinter() {
    refused(
        installation()
            .running(process("sinter", SINTERED_ORE, BF_BOF).making("26011200", "1"))
            .build(),
        Kind.ROUTE_INVALID,
        "processes[0].route",
        "sintered ore has no route, seen BF_BOF");
  }

  @Test
  void refusesTwoProcessesOfOneName() {
    refused(
        installation().running(slab("a")).running(slab("a")).build(),
        Kind.DUPLICATE_ID,
        "processes[1].id",
        "there are two processes a");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    InstallationYear input =
        installation()
            .in(Period.of("2026-12-01", "2027-01-31"))
            .running(
                process("x", CRUDE_STEEL, DRI_EAF).making("72083600", "1").usingProcess("y", "1"))
            .build();

    assertThat(faults(input))
        .extracting(SteelFault::kind)
        .containsExactly(Kind.PERIOD_MIX, Kind.CN_INVALID, Kind.PRECURSOR_UNKNOWN);
  }

  @Test
  void refusesAmountsThatAreNotAboveZero() {
    assertThatThrownBy(() -> steel().usingProcess("a", "0"))
        .hasMessage("a consumption is above 0, seen 0");
    assertThatThrownBy(() -> steel().making("72071114", "0"))
        .hasMessage("an output is above 0, seen 0");
    assertThatThrownBy(() -> purchase("a", "72011011", "JP", "0", null))
        .hasMessage("a purchase is above 0, seen 0");
    assertThatThrownBy(() -> Activity.of("0", Activity.Unit.TONNE))
        .hasMessage("an activity is above 0, seen 0");
  }

  private static AProcess steel() {
    return slab("steel");
  }

  private static AProcess slab(String id) {
    return process(id, CRUDE_STEEL, SCRAP_EAF).making("72071114", "100").emitting("10");
  }

  private static InstallationYear buyingPigIron(Period period) {
    return installation()
        .buying(purchase("iron", "72011011", "JP", "10", actual("1.6", "0", period, REPORT)))
        .running(steel().usingPurchase("iron", "10"))
        .build();
  }

  private static void refused(InstallationYear input, Kind kind, String field, String message) {
    assertThat(faults(input)).containsExactly(new SteelFault(kind, field, message));
  }

  private static List<SteelFault> faults(InstallationYear input) {
    return outcome(input).fold(result -> List.of(), faults -> faults);
  }

  private static CalculateEmbeddedEmissions.Outcome outcome(InstallationYear input) {
    return new CalculateEmbeddedEmissions(PublishedTables.defaultValues()).of(input);
  }
}
