package org.cfptrace.aggregator.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.cfptrace.aggregator.battery.CircularFootprint.EnergyRecovery;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula against the published example of Battery Pass (rules 2023, figure 20). */
class CircularFootprintTest {
  private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");
  private static final String[] ANODE = {"0.115086", "0.3345117", "0.0170934", "0.0077034"};
  private static final String[] CATHODE = {
    "0.0784708",
    "0.313308",
    "0.0538619",
    "1.2952907",
    "0.0085417",
    "0.0035917",
    "0.0318702",
    "0.6114256"
  };
  private static final String[] ELECTROLYTE = {
    "0.0498261", "0.0351062", "0.0987721", "0.0498261", "0.0861207"
  };
  private static final String[] SEPARATOR = {"0.094465", "0.0361825"};

  /** A metal, burnt by nobody: E*v is Ev and qualities are equal. */
  private static CircularFootprint metal(
      String r1, String r2, String erec, String erecEol, String ev, String ed) {
    return new CircularFootprint(
        new BigDecimal("0.2"),
        BigDecimal.ZERO,
        new BigDecimal(r1),
        new BigDecimal(r2),
        BigDecimal.ZERO,
        new BigDecimal(ev),
        new BigDecimal(erec),
        new BigDecimal(erecEol),
        new BigDecimal(ev),
        BigDecimal.ONE,
        BigDecimal.ONE,
        EnergyRecovery.NONE,
        new BigDecimal(ed));
  }

  /** Parameters are printed rounded, so one percent is allowed against the printed result. */
  @ParameterizedTest
  @CsvSource({
    "copper, 0, .41, 0, .21, .07, .0001243, 0.115993337, 0.115086",
    "nickel, .04, .56, .28, .28, .34, .000121, 0.31269324, 0.313308",
    "cobalt, .12, .69, .35, .35, 2.60, .000121, 1.30403751, 1.2952907"
  })
  void givesThePrintedResultsFromThePrintedParameters(
      String metal,
      String r1,
      String r2,
      String erec,
      String erecEol,
      String ev,
      String ed,
      String exact,
      String printed) {
    KgCo2e total = metal(r1, r2, erec, erecEol, ev, ed).total();

    assertThat(total.value()).as(metal).isEqualByComparingTo(exact);
    BigDecimal published = new BigDecimal(printed);
    assertThat(total.value()).as(metal).isCloseTo(published, within(published.movePointLeft(2)));
  }

  /** The nineteen printed materials, each as the whole of its own formula (R1 = R2 = R3 = 0). */
  @Test
  void addsUpToThePrintedSumsOfTheExample() {
    assertSum("0.4743944", Stream.of(ANODE));
    assertSum("2.3963606", Stream.of(CATHODE));
    assertSum("0.3196512", Stream.of(ELECTROLYTE));
    assertSum("0.1306475", Stream.of(SEPARATOR));
    assertSum("3.3210536", Stream.of(ANODE, CATHODE, ELECTROLYTE, SEPARATOR).flatMap(Stream::of));
  }

  private static void assertSum(String printed, Stream<String> materials) {
    Emissions sum =
        materials
            .map(ev -> metal("0", "0", "0", "0", ev, "0"))
            .map(it -> it.rawMaterialEmissions().plus(it.endOfLifeEmissions()))
            .reduce(Emissions.NONE, Emissions::plus);

    assertThat(sum.exclBiogenicUptake().value())
        .isCloseTo(new BigDecimal(printed), within(MILLIONTH));
  }

  /**
   * A .5, B .25, R1 .3, R2 .4, R3 .2. Raw material .7·10 + .3·(.5·4 + .5·10·.9) = 7 + 1.95 = 8.95.
   * Burdens .5·.4·3 + .75·.2·2 + .4·1 = .6 + .3 + .4 = 1.3. Credits .5·.4·8·.75 + .75·.2·30·(.3·.1
   * + .2·.4) = 1.2 + .495 = 1.695. End of life 1.3 − 1.695 = −.395; in all 8.555.
   */
  @Test
  void countsRecycledContentEnergyRecoveryAndCredits() {
    CircularFootprint material = constructed();

    assertThat(material.rawMaterial()).isEqualTo(KgCo2e.of("8.95"));
    assertThat(material.endOfLifeBurdens()).isEqualTo(KgCo2e.of("1.3"));
    assertThat(material.endOfLifeCredits()).isEqualTo(KgCo2e.of("1.695"));
    assertThat(material.endOfLife()).isEqualTo(KgCo2e.of("-0.395"));
    assertThat(material.total()).isEqualTo(KgCo2e.of("8.555"));
    assertThat(material.times(new BigDecimal("2.5")).total()).isEqualTo(KgCo2e.of("21.3875"));
  }

  /** Burdens are gross emissions, credits are removals: neither is netted against the other. */
  @Test
  void keepsCreditsApartInTheCommitment() {
    Emissions battery =
        constructed().rawMaterialEmissions().plus(constructed().endOfLifeEmissions());

    assertThat(battery.at(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT))
        .isEqualTo(KgCo2e.of("-1.695"));
    assertThat(CommittedTotals.of(battery))
        .isEqualTo(new CommittedTotals(10_250_000_000L, 1_695_000_000L, 0));
  }

  @Test
  void refusesSharesBeyondTheWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metal("0", "1.1", "0", "0", "1", "0"))
        .withMessage("R2 lies between 0 and 1, got 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metal("0", "0.5", "0", "0", "-1", "0"))
        .withMessage("Ev is not negative, got -1");
  }

  private static CircularFootprint constructed() {
    return new CircularFootprint(
        new BigDecimal("0.5"),
        new BigDecimal("0.25"),
        new BigDecimal("0.3"),
        new BigDecimal("0.4"),
        new BigDecimal("0.2"),
        new BigDecimal("10"),
        new BigDecimal("4"),
        new BigDecimal("3"),
        new BigDecimal("8"),
        new BigDecimal("0.9"),
        new BigDecimal("0.75"),
        new EnergyRecovery(
            new BigDecimal("2"),
            new BigDecimal("30"),
            new BigDecimal("0.3"),
            new BigDecimal("0.1"),
            new BigDecimal("0.2"),
            new BigDecimal("0.4")),
        new BigDecimal("1"));
  }
}
