package org.cfptrace.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.rollup.Totals;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.Test;

/**
 * A line that was left out when a company was read comes back when what it stumbled over is put
 * right: the same day, and without a restart.
 */
class LeftOutLinesTest {
  private static final Tenant TENANT = Trees.MAKER;
  private static final TraceId CAR = Trees.product("car");
  private static final TraceId BODY = Trees.product("body");
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final StructuresInMemory structures = new StructuresInMemory();
  private final OneByOne transactions = new OneByOne();
  private final LiveGraphs live =
      new LiveGraphs(
          structures,
          new CollectedFigures(
              nobodyAsks(Declarations.class),
              nobodyAsks(IssuerWords.class),
              who -> Optional.empty()),
          new NothingHeard(),
          new OurLease(),
          transactions,
          who -> false,
          clock);
  private final MaintainStructures maintain = new MaintainStructures(structures, live, clock);

  @Test
  void aPartThatIsOverLeavesAGapUntilItHasAVersionAgain() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");

    write(made(BODY, "5"), 1);

    assertThat(total(CAR)).isEqualTo("15, complete");
    assertThat(total(BODY)).isEqualTo("5, complete");
  }

  @Test
  void aCircleOfVersionsThatMeetIsAddedUpWhenOneOfThemIsPutRight() {
    before(made(CAR, "10", BODY), made(BODY, "5", CAR));
    assertThat(List.of(total(CAR), total(BODY)))
        .allSatisfy(it -> assertThat(it).contains("incomplete"));

    write(made(BODY, "5"), 1);

    assertThat(total(CAR)).isEqualTo("15, complete");
    assertThat(total(BODY)).isEqualTo("5, complete");
  }

  @Test
  void theLineComesBackWhicheverOfTheTwoIsPutRight() {
    before(made(CAR, "10", BODY), made(BODY, "5", CAR));
    assertThat(total(BODY)).contains("incomplete");

    write(made(CAR, "10"), 1);

    assertThat(total(BODY)).isEqualTo("15, complete");
    assertThat(total(CAR)).isEqualTo("10, complete");
  }

  @Test
  void whatIsNotCommittedPutsNothingRight() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");

    assertThatThrownBy(
            () ->
                transactions.doInNew(
                    () -> {
                      maintain.write(TENANT, made(BODY, "5"), expecting(1));
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(total(CAR)).isEqualTo("10, incomplete");
    write(made(BODY, "5"), 1);
    assertThat(total(CAR)).isEqualTo("15, complete");
  }

  @Test
  void whileALineIsLeftOutItMayNotBeWrittenAnew() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");

    assertThatThrownBy(() -> write(made(CAR, "11", BODY), 1))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_FIELDS));

    assertThat(total(CAR)).isEqualTo("10, incomplete");
  }

  @Test
  void onceAllIsRightNothingIsReadAgain() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");
    write(made(BODY, "5"), 1);
    assertThat(total(CAR)).isEqualTo("15, complete");
    int read = structures.timesRead();

    write(made(BODY, "6"), 2);

    assertThat(total(CAR)).isEqualTo("16, complete");
    assertThat(structures.timesRead()).isEqualTo(read);
  }

  // ---- the words of the tests

  /** Written on earlier days, each right when it was. */
  private void before(ProductStructure... written) {
    structures.addAll(TENANT, List.of(written), NOW.minusSeconds(86_400));
  }

  private void write(ProductStructure structure, long expected) {
    transactions.doInNew(() -> maintain.write(TENANT, structure, expecting(expected)));
  }

  private static Optional<ExpectedVersion> expecting(long version) {
    return Optional.of(new ExpectedVersion(version));
  }

  private String total(TraceId product) {
    Totals totals = live.of(TENANT).of(product).orElseThrow();
    return totals.emissions().exclBiogenicUptake().text()
        + (totals.complete() ? ", complete" : ", incomplete");
  }

  private static ProductStructure made(TraceId product, String own, TraceId... parts) {
    return structure(product, own, Optional.empty(), parts);
  }

  private static ProductStructure overSinceYesterday(ProductStructure made) {
    return structure(
        made.traceId(),
        made.own().orElseThrow().emissions().exclBiogenicUptake().text(),
        Optional.of(TODAY.minusDays(1)));
  }

  private static ProductStructure structure(
      TraceId product, String own, Optional<LocalDate> validTo, TraceId... parts) {
    return new ProductStructure(
        product,
        "a product",
        Category.PART,
        Optional.empty(),
        DeclaredUnit.PIECE,
        Optional.empty(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, own))),
        Optional.empty(),
        Stream.of(parts)
            .map(part -> Trees.line("line", "part", "1", new LineSupply.Own(part)))
            .toList(),
        LONG_AGO,
        validTo);
  }

  /** All or nothing, also of what is in memory. */
  private final class OneByOne implements Transactions {
    private List<Consumer<Boolean>> atEnd = new ArrayList<>();

    @Override
    public <T> T inOne(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T inNew(Supplier<T> work) {
      List<Consumer<Boolean>> outer = atEnd;
      atEnd = new ArrayList<>();
      List<StructureVersion> before = structures.snapshot();
      boolean isKept = false;
      try {
        T result = work.get();
        isKept = true;
        return result;
      } finally {
        if (!isKept) {
          structures.goBackTo(before);
        }
        List<Consumer<Boolean>> calls = atEnd;
        atEnd = outer;
        for (Consumer<Boolean> call : calls) {
          call.accept(isKept);
        }
      }
    }

    @Override
    public void atEnd(Consumer<Boolean> call) {
      atEnd.add(call);
    }
  }

  private static final class NothingHeard implements FigureChanges {
    @Override
    public void note(Tenant tenant, SupplierProduct product) {
      throw new UnsupportedOperationException("nothing is heard");
    }

    @Override
    public Set<SupplierProduct> take(Tenant tenant) {
      return Set.of();
    }
  }

  private static final class OurLease implements TenantLeases {
    @Override
    public Optional<Long> hold(Tenant tenant) {
      return Optional.of(1L);
    }

    @Override
    public boolean isOurs(Tenant tenant) {
      return true;
    }

    @Override
    public void release(Tenant tenant) {
      throw new UnsupportedOperationException("nobody stops");
    }
  }

  private static <T> T nobodyAsks(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
