package org.cfptrace.aggregator.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.steel.AnInstallation.AProcess.process;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;
import static org.cfptrace.aggregator.steel.GoodsCategory.CRUDE_STEEL;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Random;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.junit.jupiter.api.Test;

/** What holds for any installation, and what the package must never know. */
class SteelPropertiesTest {
  private static final int ROUNDS = 200;

  @Test
  void nothingIsLostInAChainWhoseWholeProductIsUsed() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int processes = 1 + random.nextInt(12);
      AnInstallation installation = installation();
      TonnesCo2e emitted = TonnesCo2e.ZERO;
      int madeBefore = 0;
      for (int i = 0; i < processes; i++) {
        int made = 1 + random.nextInt(9_999);
        String own = decimal(random);
        emitted = emitted.plus(TonnesCo2e.of(own));
        AProcess process =
            process("p" + i, CRUDE_STEEL, SteelRoute.SCRAP_EAF)
                .making("72071114", Integer.toString(made))
                .emitting(own);
        if (i > 0) {
          process.usingProcess("p" + (i - 1), Integer.toString(madeBefore));
        }
        installation.running(process);
        madeBefore = made;
      }

      SteelResult result = calculated(installation.build());

      ProcessResult last = result.of(new ProcessId("p" + (processes - 1)));
      assertThat(last.embedded().total()).as("seed %s, round %s", seed, round).isEqualTo(emitted);
      assertThat(last.emissions().in(last.process().made()).total()).isEqualTo(emitted);
    }
  }

  @Test
  void digitsStayFewWhereEveryProcessUsesAllBeforeIt() {
    AnInstallation installation = installation();
    for (int i = 0; i < 40; i++) {
      AProcess process =
          process("p" + i, CRUDE_STEEL, SteelRoute.SCRAP_EAF)
              .making("72071114", Integer.toString(1_000 + 7 * i))
              .emitting("1.23");
      for (int before = 0; before < i; before++) {
        process.usingProcess("p" + before, "0.1");
      }
      installation.running(process);
    }

    SteelResult result = calculated(installation.build());

    // Denominators grow by one activity level a process; unreduced they would double each time.
    assertThat(result.of(new ProcessId("p39")).emissions().direct().denominator().precision())
        .isLessThan(40 * 8);
  }

  @Test
  void theIndirectPartOfABoughtPrecursorStaysApart() {
    InstallationYear bought =
        installation()
            .buying(purchase("iron", "72011011", "JP", "10", verified("1.6", "0.03")))
            .running(
                process("steel", CRUDE_STEEL, SteelRoute.BF_BOF)
                    .making("72071114", "10")
                    .emitting("1")
                    .usingPurchase("iron", "10"))
            .build();

    assertThat(calculated(bought).of(new ProcessId("steel")).emissions())
        .isEqualTo(SpecificEmbeddedEmissions.of("1.7", "0.03"));
  }

  @Test
  void noFootprintIsKnownHere() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.cfptrace\\.footprint\\.(KgCo2e|Emissions|DeclaredEmissions|CommittedTotals)"
                + "|org\\.cfptrace\\.rollup\\.(?!Bilingual).*"
                + "|org\\.cfptrace\\.declaration\\..*")
        .because("embedded emissions and footprints never become each other (NOT_SEE)")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cfptrace.aggregator.steel"));
  }

  private static String decimal(Random random) {
    return random.nextInt(100_000) + 1 + "." + (1 + random.nextInt(999));
  }

  private static SteelResult calculated(InstallationYear input) {
    return new CalculateEmbeddedEmissions(AnInstallation.defaultsOfReducedIron())
        .of(input)
        .fold(
            result -> result,
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }
}
