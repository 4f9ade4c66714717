package org.cfptrace.aggregator.disclose.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.steel.AnInstallation.consuming;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.ProductionProcess;
import org.cfptrace.aggregator.steel.Purchase;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.junit.jupiter.api.Test;

/** Whatever an installation makes and however it names it: its files are whole. */
class CbamRandomWorksTest {
  private static final List<String> NAMES =
      List.of(
          "=1+1",
          "第2高炉 No.2 溶銑予備処理",
          "a & b <c> \"d\"",
          "Škoda Łódź Ħal-Far",
          "e\u0301 composed \u202Ehidden",
          "수소",
          "粗鋼".repeat(60),
          "a very long name of a process that goes on ".repeat(4).strip(),
          "x".repeat(190));

  private static final String MASSES =
      AWorks.tonneOf("26011200", "72011011", "72071114", "72071210");

  @Test
  void filesOfRandomWorksHaveNoFault() {
    long seed = 72_083_600;
    Random random = new Random(seed);
    for (int round = 0; round < NAMES.size(); round++) {
      InstallationYear input = works(random, NAMES.get(round));

      List<ExportFile> files = AWorks.files(input, MASSES);

      assertThat(AWorks.target(input).faults(AWorks.facts(input, MASSES), files))
          .as("seed %s, round %s", seed, round)
          .isEmpty();
    }
  }

  private static InstallationYear works(Random random, String name) {
    InstallationYear input =
        installation()
            .buying(
                purchase(
                    "dri",
                    "72031000",
                    "IN",
                    "1000",
                    random.nextBoolean() ? null : verified("1.4", "0")))
            .running(
                AProcess.process("sinter", GoodsCategory.SINTERED_ORE, null)
                    .making("26011200", "1000")
                    .emitting(decimal(random))
                    .with(consuming(decimal(random), decimal(random))))
            .running(
                AProcess.process("iron", GoodsCategory.PIG_IRON, SteelRoute.BF_BOF)
                    .making("72011011", decimal(random))
                    .emitting(decimal(random))
                    .usingProcess("sinter", "900"))
            .running(
                AProcess.process("steel", GoodsCategory.CRUDE_STEEL, SteelRoute.BF_BOF)
                    .making("72071114", decimal(random))
                    .making("72071210", decimal(random))
                    .emitting(decimal(random))
                    .usingPurchase("dri", "500"))
            .build();
    return new InstallationYear(
        input.installation(),
        input.year(),
        name,
        input.country(),
        input.period(),
        input.purchases().stream().map(it -> named(it, name)).toList(),
        input.processes().stream().map(it -> named(it, name)).toList());
  }

  private static Purchase named(Purchase it, String name) {
    return new Purchase(it.id(), name, it.code(), it.origin(), it.bought(), it.sold(), it.actual());
  }

  private static ProductionProcess named(ProductionProcess it, String name) {
    return new ProductionProcess(
        it.id(),
        name,
        it.good(),
        it.route(),
        it.outputs(),
        it.streams(),
        it.flows(),
        it.precursors(),
        it.scrap());
  }

  /** Above zero, with up to nine decimals. */
  private static String decimal(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(Integer.MAX_VALUE - 1), random.nextInt(10))
        .toPlainString();
  }
}
