package org.cfptrace.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.rollup.Totals;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.ImportStructures;
import org.cfptrace.aggregator.structure.ImportStructures.Row;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureImport;
import org.cfptrace.aggregator.structure.StructureImport.State;
import org.cfptrace.aggregator.structure.StructureImports;
import org.cfptrace.aggregator.structure.StructuresInMemory;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
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
  private final OneByOne transactions = new OneByOne(structures);
  private final LiveGraphs live = graphs(clock);
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
  void aVersionForLaterDaysIsTakenWhileTodaysLeavesALineOut() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");

    write(from(TODAY.plusDays(30), made(CAR, "12")), 1);

    assertThat(total(CAR)).isEqualTo("10, incomplete");
    assertThat(total(on(29), CAR)).isEqualTo("10, incomplete");
    assertThat(total(on(30), CAR)).isEqualTo("12, complete");
  }

  @Test
  void aFileForLaterDaysIsTakenWhileTodaysLeavesALineOut() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));
    assertThat(total(CAR)).isEqualTo("10, incomplete");

    assertThat(file(from(TODAY.plusDays(30), made(CAR, "12"))).state()).isEqualTo(State.DONE);

    assertThat(total(CAR)).isEqualTo("10, incomplete");
    assertThat(total(on(30), CAR)).isEqualTo("12, complete");
  }

  @Test
  void aFileWhoseLaterVersionsLeadInACircleIsRefusedWithItsRowAndLeavesNothing() {
    before(made(CAR, "10"));
    LocalDate later = TODAY.plusDays(30);

    StructureImport refused =
        file(from(later, made(CAR, "12", BODY)), from(later, made(BODY, "5", CAR)));

    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.faults())
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(tuple("row[1].lines", "BILL_OF_MATERIALS_CYCLE"));
    assertThat(structures.versions(TENANT, CAR)).isEqualTo(1);
  }

  @Test
  void aLineThatIsLeftOutSaysWhy() {
    before(made(CAR, "10", BODY), overSinceYesterday(made(BODY, "5")));

    assertThat(live.of(TENANT).openLines(CAR))
        .extracting(line -> line.state().toString())
        .containsExactly("UNUSABLE(NO_VERSION)");
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

  /** Imports a file with these products, one in each row. */
  private StructureImport file(ProductStructure... products) {
    List<Row> rows = new ArrayList<>();
    for (ProductStructure product : products) {
      rows.add(new Row(rows.size() + 1L, new ImportStructures.Read.Product(product)));
    }
    return new ImportStructures(structures, noted(), live, transactions, clock)
        .take(TENANT, StructureImport.Format.NDJSON, rows::iterator, first())
        .orElseThrow();
  }

  private static ImportStructures.Once first() {
    return new ImportStructures.Once() {
      @Override
      public boolean isFirst() {
        return true;
      }

      @Override
      public void taken(StructureImport done) {
        assertThat(done.state()).isEqualTo(State.DONE);
      }
    };
  }

  /** Whatever is noted is noted. */
  private static StructureImports noted() {
    return (StructureImports)
        Proxy.newProxyInstance(
            StructureImports.class.getClassLoader(),
            new Class<?>[] {StructureImports.class},
            (self, method, arguments) -> method.getName().equals("begin") ? null : true);
  }

  private static Optional<ExpectedVersion> expecting(long version) {
    return Optional.of(new ExpectedVersion(version));
  }

  private LiveGraphs graphs(Clock when) {
    return new LiveGraphs(
        structures,
        new CollectedFigures(
            nobodyAsks(Declarations.class), nobodyAsks(IssuerWords.class), who -> List.of()),
        new NothingHeard(),
        new OurLease(),
        transactions,
        who -> 0,
        when);
  }

  /** As it will be some days from now. */
  private LiveGraphs on(int daysLater) {
    return graphs(Clock.offset(clock, Duration.ofDays(daysLater)));
  }

  private String total(TraceId product) {
    return total(live, product);
  }

  private static String total(LiveGraphs graphs, TraceId product) {
    Totals totals = graphs.of(TENANT).of(product).orElseThrow();
    return totals.emissions().exclBiogenicUptake().text()
        + (totals.complete() ? ", complete" : ", incomplete");
  }

  private static ProductStructure made(TraceId product, String own, TraceId... parts) {
    return structure(product, own, LONG_AGO, Optional.empty(), parts);
  }

  private static ProductStructure from(LocalDate day, ProductStructure made) {
    return new ProductStructure(
        made.traceId(),
        made.name(),
        made.category(),
        made.plant(),
        made.unit(),
        made.massPerUnit(),
        made.basis(),
        made.profile(),
        made.own(),
        made.transport(),
        made.lines(),
        day,
        made.validTo());
  }

  private static String emitted(ProductStructure made) {
    return made.own().orElseThrow().emissions().exclBiogenicUptake().text();
  }

  private static ProductStructure overSinceYesterday(ProductStructure made) {
    return structure(made.traceId(), emitted(made), LONG_AGO, Optional.of(TODAY.minusDays(1)));
  }

  private static ProductStructure structure(
      TraceId product,
      String own,
      LocalDate validFrom,
      Optional<LocalDate> validTo,
      TraceId... parts) {
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
        validFrom,
        validTo);
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
