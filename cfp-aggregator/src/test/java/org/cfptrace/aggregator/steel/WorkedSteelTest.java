package org.cfptrace.aggregator.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.steel.AnInstallation.AProcess.process;
import static org.cfptrace.aggregator.steel.AnInstallation.carbon;
import static org.cfptrace.aggregator.steel.AnInstallation.consuming;
import static org.cfptrace.aggregator.steel.AnInstallation.defaultsOfReducedIron;
import static org.cfptrace.aggregator.steel.AnInstallation.exportingHeat;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.unverified;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;
import static org.cfptrace.aggregator.steel.GoodsCategory.CRUDE_STEEL;
import static org.cfptrace.aggregator.steel.GoodsCategory.IRON_OR_STEEL_PRODUCTS;
import static org.cfptrace.aggregator.steel.GoodsCategory.PIG_IRON;
import static org.cfptrace.aggregator.steel.GoodsCategory.SINTERED_ORE;
import static org.cfptrace.aggregator.steel.SourceStream.Direction.IN;
import static org.cfptrace.aggregator.steel.SourceStream.Direction.OUT;
import static org.cfptrace.aggregator.steel.SteelRoute.BF_BOF;
import static org.cfptrace.aggregator.steel.SteelRoute.DRI_EAF;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.footprint.Fraction;
import org.junit.jupiter.api.Test;

/** Worked numbers, exact: the golden fixtures of an electric furnace, and a chain of four steps. */
class WorkedSteelTest {

  // ---- an electric furnace (fixtures A to D)

  @Test
  void aCarbonBalanceOfFuelElectrodeAndSteelGives2Point18008() {
    SteelResult result = calculated(installation().running(furnace()).build());

    ProcessResult furnace = result.of(new ProcessId("furnace"));
    assertThat(furnace.process().streams())
        .extracting(SourceStream::emissions)
        .containsExactly(TonnesCo2e.of("183.20"), TonnesCo2e.of("36.64"), TonnesCo2e.of("-1.832"));
    assertThat(furnace.attributed().direct()).isEqualTo(TonnesCo2e.of("218.008"));
    assertThat(furnace.emissions()).isEqualTo(SpecificEmbeddedEmissions.of("2.18008", "0"));
    assertThat(furnace.shareByDefault()).isEqualTo(Fraction.ZERO);
    assertThat(result.flags()).isEmpty();
  }

  @Test
  void reducedIronAndAnEuropeanFerroAlloyMakeIt3Point72008() {
    SteelResult result =
        calculated(
            installation()
                .buying(purchase("dri", "72031000", "IN", "110", verified("1.40", "0")))
                .buying(purchase("femn", "72021120", "FR", "5", verified("1.50", "0.9")))
                .running(furnace().usingPurchase("dri", "110").usingPurchase("femn", "5"))
                .build());

    ProcessResult furnace = result.of(new ProcessId("furnace"));
    assertThat(furnace.emissions()).isEqualTo(SpecificEmbeddedEmissions.of("3.72008", "0"));
    assertThat(furnace.precursors())
        .extracting(precursor -> precursor.value().basis())
        .containsExactly(ValueBasis.ACTUAL, ValueBasis.EXEMPTED_ORIGIN);
    assertThat(furnace.precursors().get(0).perTonne())
        .isEqualTo(Exact.reduced(Fraction.of(new BigDecimal("1.10"))));
    assertThat(result.unresolved()).isEmpty();
  }

  @Test
  void anActualValueWithoutAVerifiersReportIsReplacedByTheDefaultAndSaysSo() {
    SteelResult result =
        calculated(
            installation()
                .buying(purchase("dri", "72031000", "IN", "110", unverified("1.40", "0")))
                .running(furnace().usingPurchase("dri", "110"))
                .build());

    ProcessResult furnace = result.of(new ProcessId("furnace"));
    // 2.18008 + 1.10 × 2.75, the published column of 2026
    assertThat(furnace.emissions()).isEqualTo(SpecificEmbeddedEmissions.of("5.20508", "0"));
    assertThat(furnace.shareByDefault()).isEqualTo(exactly("3.025", "5.20508"));
    assertThat(result.unresolved()).hasSize(1);
    assertThat(result.unresolved().get(0).kind()).isEqualTo(Flag.Kind.ACTUAL_UNVERIFIED);
    assertThat(result.unresolved().get(0).where()).isEqualTo("purchases[0]");
  }

  @Test
  void heatExportedBeyondWhatWasEmittedMakesZeroAndSaysSo() {
    SteelResult result =
        calculated(installation().running(furnace().with(exportingHeat("10", "56.1"))).build());

    AttributedEmissions attributed = result.of(new ProcessId("furnace")).attributed();
    assertThat(attributed.balance()).isEqualTo(TonnesCo2e.of("-342.992"));
    assertThat(attributed.direct()).isEqualTo(TonnesCo2e.ZERO);
    assertThat(result.of(new ProcessId("furnace")).emissions())
        .isEqualTo(SpecificEmbeddedEmissions.of("0", "0"));
    assertThat(result.flags()).extracting(Flag::kind).containsExactly(Flag.Kind.SET_TO_ZERO);
    assertThat(result.unresolved()).isEmpty();
  }

  // ---- from sinter to hot-rolled coil

  @Test
  void theChainOfTheBlastFurnaceIsExactToTheFraction() {
    SteelResult result = calculated(chain(sinter()));

    assertThat(see(result, "sinter")).isEqualTo(SpecificEmbeddedEmissions.of("0.24", "0"));
    assertThat(see(result, "pig-iron").direct()).isEqualTo(exactly("1.648", "1"));
    assertThat(see(result, "steel").direct()).isEqualTo(exactly("1792320", "1100000"));
    assertThat(see(result, "coil").direct()).isEqualTo(exactly("1855020", "1045000"));
    assertThat(see(result, "steel").totalRounded(9)).isEqualTo(new BigDecimal("1.629381818"));
    assertThat(see(result, "coil").totalRounded(9)).isEqualTo(new BigDecimal("1.775138756"));
    assertThat(see(result, "coil").indirect()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void theElectricityOfSinterComesThroughTheWholeChainAndThatOfSteelDoesNot() {
    SteelResult result =
        calculated(chain(sinter().with(consuming("58000", "0.5")), consuming("600000", "0.5")));

    assertThat(see(result, "sinter")).isEqualTo(SpecificEmbeddedEmissions.of("0.24", "0.02"));
    assertThat(see(result, "pig-iron").indirect()).isEqualTo(exactly("29000", "1000000"));
    assertThat(see(result, "steel").indirect()).isEqualTo(exactly("29000", "1100000"));
    assertThat(see(result, "coil").indirect()).isEqualTo(exactly("29000", "1045000"));
    assertThat(see(result, "coil").direct()).isEqualTo(exactly("1855020", "1045000"));
    assertThat(result.indirect()).isEqualTo(TonnesCo2e.of("329000"));
    assertThat(result.direct()).isEqualTo(TonnesCo2e.of("1842700"));
  }

  @Test
  void defaultValuesBehindAnOwnPrecursorStayVisibleInTheShare() {
    SteelResult result =
        calculated(
            installation()
                .buying(purchase("dri", "72031000", "IN", "100", null))
                .running(
                    process("steel", CRUDE_STEEL, DRI_EAF)
                        .making("72071114", "100")
                        .emitting("25")
                        .usingPurchase("dri", "100"))
                .running(
                    process("coil", IRON_OR_STEEL_PRODUCTS, DRI_EAF)
                        .making("72085120", "50")
                        .emitting("12.5")
                        .usingProcess("steel", "50"))
                .build());

    // steel 3.00 of which 2.75 by default; coil (12.5 + 150) / 50 = 3.25 of which 2.75
    assertThat(result.of(new ProcessId("steel")).shareByDefault()).isEqualTo(exactly("275", "300"));
    assertThat(result.of(new ProcessId("coil")).shareByDefault()).isEqualTo(exactly("275", "325"));
  }

  @Test
  void processesMayStandInAnyOrder() {
    InstallationYear forwards = chain(sinter());
    List<ProductionProcess> reversed = new ArrayList<>(forwards.processes());
    Collections.reverse(reversed);
    InstallationYear backwards =
        new InstallationYear(
            forwards.installation(),
            forwards.year(),
            forwards.name(),
            forwards.country(),
            forwards.period(),
            forwards.purchases(),
            reversed);

    assertThat(see(calculated(backwards), "coil")).isEqualTo(see(calculated(forwards), "coil"));
  }

  // ---- what is told of it

  @Test
  void theExplanationShowsEveryNumberInBothLanguages() {
    SteelResult result =
        calculated(
            installation()
                .buying(purchase("dri", "72031000", "IN", "110", unverified("1.40", "0")))
                .running(furnace().usingPurchase("dri", "110"))
                .build());

    assertThat(result.explanation())
        .extracting(step -> step.en())
        .contains(
            "furnace: fuel: 100 t × 0.5 t C/t × 3.664 t CO2/t C = 183.2 t CO2e",
            "furnace: steel: −50 t × 0.01 t C/t × 3.664 t CO2/t C = -1.832 t CO2e",
            "furnace: attributed direct 218.008 t CO2e, indirect 0 t CO2e, the indirect part not"
                + " counted (Annex II good)",
            "furnace: specific embedded emissions: direct 520.508 t CO2e ÷ 100 t = 5.20508,"
                + " indirect 0 t CO2e ÷ 100 t = 0 t CO2e/t; share by default values 0.581163018",
            "dri: the actual value (direct 1.4, indirect 0 t CO2e/t) has no verifier's report; the"
                + " default value was used");
    assertThat(result.explanation())
        .extracting(step -> step.ja())
        .contains("dri: 実績値(直接 1.4、間接 0 t CO2e/t)に検証報告書がないため、デフォルト値を使用しました");
  }

  private static AProcess furnace() {
    return process("furnace", CRUDE_STEEL, DRI_EAF)
        .making("72071114", "100")
        .with(carbon("fuel", IN, "100", "0.5"))
        .with(carbon("electrode", IN, "10", "1.0"))
        .with(carbon("steel", OUT, "50", "0.01"));
  }

  private static AProcess sinter() {
    return process("sinter", SINTERED_ORE, null).making("26011200", "1450000").emitting("348000");
  }

  private static InstallationYear chain(AProcess sinter) {
    return chain(sinter, EnergyFlows.NONE);
  }

  private static InstallationYear chain(AProcess sinter, EnergyFlows ofSteel) {
    return installation()
        .buying(purchase("femn", "72021120", "ZA", "8800", verified("1.40", "0")))
        .running(sinter)
        .running(
            process("pig-iron", PIG_IRON, BF_BOF)
                .making("72011011", "1000000")
                .emitting("1300000")
                .usingProcess("sinter", "1450000"))
        .running(
            process("steel", CRUDE_STEEL, BF_BOF)
                .making("72071114", "1100000")
                .emitting("132000")
                .with(ofSteel)
                .usingProcess("pig-iron", "1000000")
                .usingPurchase("femn", "8800"))
        .running(
            process("coil", IRON_OR_STEEL_PRODUCTS, BF_BOF)
                .making("72083600", "1045000")
                .emitting("62700")
                .usingProcess("steel", "1100000"))
        .build();
  }

  private static SteelResult calculated(InstallationYear input) {
    return new CalculateEmbeddedEmissions(defaultsOfReducedIron())
        .of(input)
        .fold(
            result -> result,
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }

  private static SpecificEmbeddedEmissions see(SteelResult result, String process) {
    return result.of(new ProcessId(process)).emissions();
  }

  private static Fraction exactly(String numerator, String denominator) {
    return Exact.reduced(new Fraction(new BigDecimal(numerator), new BigDecimal(denominator)));
  }
}
