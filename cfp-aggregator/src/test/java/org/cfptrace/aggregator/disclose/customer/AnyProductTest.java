package org.cfptrace.aggregator.disclose.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.customer.Fixture.AS_OF;
import static org.cfptrace.aggregator.disclose.customer.Fixture.MAKER;
import static org.cfptrace.aggregator.disclose.customer.Fixture.PANEL;
import static org.cfptrace.aggregator.disclose.customer.Fixture.YEAR;
import static org.cfptrace.aggregator.disclose.customer.Fixture.gather;
import static org.cfptrace.aggregator.disclose.customer.Fixture.options;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.customer.Fixture.Product;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for any footprint, to the last microgram. */
class AnyProductTest {
  private static final int PRODUCTS = 100;
  private static final BigDecimal FIFTH_DECIMAL = new BigDecimal("0.00001");

  @ParameterizedTest
  @EnumSource
  void itsFileAddsUpFitsItsSchemaAndIsTheSameAfterItsFactsWereKept(PcfFormat format) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < PRODUCTS; i++) {
      Emissions total =
          emissions(random, List.of(Stage.PRODUCTION, Stage.PACKAGING, Stage.TRANSPORT));
      Product product = panel().emissions(StageProfile.CATENA_X, Emissions.NONE, total);
      PcfTarget target = new PcfTarget(format, product.reader());
      PcfFacts facts = gather(format, product, options(format)).facts();
      List<ExportFile> files = target.files(facts, stamp());

      assertThat(target.faults(facts, files)).as("seed %d, product %d", seed, i).isEmpty();
      assertThat(
              target
                  .files(FactsJson.read(FactsJson.write(facts), PcfFacts.class), stamp())
                  .get(0)
                  .bytes())
          .as("seed %d, product %d", seed, i)
          .isEqualTo(files.get(0).bytes());
      assertThat(
              facts
                  .stages()
                  .production()
                  .inclBiogenicUptake()
                  .add(
                      facts
                          .stages()
                          .distribution()
                          .map(StageFigures::inclBiogenicUptake)
                          .orElse(BigDecimal.ZERO)))
          .as("seed %d, product %d", seed, i)
          .isEqualByComparingTo(total.inclBiogenicUptake().value());
    }
  }

  @Test
  void ouranosRecordsAreNeverLessThanWhatIsAndLessThanAFifthDecimalMore() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < PRODUCTS; i++) {
      Emissions own = emissions(random, List.of(Stage.PRE, Stage.MAIN));
      Emissions total = own.plus(emissions(random, List.of(Stage.PRE, Stage.MAIN)));
      Product product = panel().emissions(StageProfile.OURANOS, own, total);
      OuranosTarget target = new OuranosTarget(product.reader());
      OuranosFacts facts = ouranos(target);
      List<ExportFile> files = target.files(facts, stamp());

      assertThat(target.faults(facts, files)).as("seed %d, product %d", seed, i).isEmpty();
      JsonNode records = Fixture.json(files.get(0));
      for (int record = 0; record < 4; record++) {
        Stage stage = record % 2 == 0 ? Stage.PRE : Stage.MAIN;
        BigDecimal ours = own.inStage(stage).exclBiogenicUptake().value();
        BigDecimal exact =
            record < 2 ? ours : total.inStage(stage).exclBiogenicUptake().value().subtract(ours);
        BigDecimal written = records.get(record).get("ghgEmission").decimalValue();
        assertThat(written.subtract(exact))
            .as("seed %d, product %d, record %d", seed, i, record)
            .isNotNegative()
            .isLessThan(FIFTH_DECIMAL);
        assertThat(written.scale()).isLessThanOrEqualTo(5);
      }
    }
  }

  private static OuranosFacts ouranos(OuranosTarget target) {
    OuranosOptions nothing =
        new OuranosOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return target
        .gather(
            new Tenant(MAKER),
            new Subject<>(PANEL.toString(), Optional.empty(), YEAR, AS_OF, nothing))
        .facts();
  }

  /** Fossil emissions large enough that nothing falls below 0; the rest anything of its sign. */
  private static Emissions emissions(Random random, List<Stage> stages) {
    Map<Cell, KgCo2e> cells = new TreeMap<>();
    for (Stage stage : stages) {
      cells.put(new Cell(stage, EmissionAccount.FOSSIL), micrograms(1_000_000_000_000L, random));
      for (EmissionAccount account :
          List.of(
              EmissionAccount.BIOGENIC_NON_CO2,
              EmissionAccount.BIOGENIC_UPTAKE,
              EmissionAccount.LAND_USE_CHANGE,
              EmissionAccount.LAND_MANAGEMENT_REMOVALS,
              EmissionAccount.AIRCRAFT)) {
        KgCo2e amount = micrograms(0, random);
        if (random.nextBoolean()) {
          cells.put(new Cell(stage, account), account.allows(amount) ? amount : amount.negated());
        }
      }
    }
    return Emissions.of(cells);
  }

  private static KgCo2e micrograms(long least, Random random) {
    return KgCo2e.ofMicrograms(least + random.nextInt(Integer.MAX_VALUE));
  }
}
