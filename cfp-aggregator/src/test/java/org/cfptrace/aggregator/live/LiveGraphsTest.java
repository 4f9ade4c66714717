package org.cfptrace.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWord;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.rollup.Totals;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructuresInMemory;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** A graph is answered from while it is certain, and read anew when it is not. */
class LiveGraphsTest {
  private static final Tenant TENANT = Trees.MAKER;
  private static final TraceId CAR = Trees.product("car");
  private static final SupplierProduct COIL =
      new SupplierProduct(Trees.company("mill"), Trees.product("coil"));

  private final Ticking clock = new Ticking();
  private final StructuresInMemory structures = new StructuresInMemory();
  private final OneByOne transactions = new OneByOne(structures);
  private final Lease lease = new Lease();
  private final Heard heard = new Heard();
  private final List<CollectedDeclaration> declarations = new ArrayList<>();
  private final List<Span> suspensions = new ArrayList<>();
  private boolean cannotBeRead;
  private long entry;
  private final LiveGraphs live =
      new LiveGraphs(
          structures,
          new CollectedFigures(declarations(), nothingSaid(), who -> List.copyOf(suspensions)),
          heard,
          lease,
          transactions,
          who -> entry,
          clock);
  private final MaintainStructures maintain = new MaintainStructures(structures, live, clock);

  LiveGraphsTest() {
    structures.add(TENANT, car("10"), clock.instant().minusSeconds(86_400));
    declares("3");
  }

  @Test
  void itIsReadOnceAndAnsweredFromThenOn() {
    assertThat(total()).isEqualTo("13, complete");
    assertThat(total()).isEqualTo("13, complete");

    assertThat(structures.timesRead()).isEqualTo(1);
  }

  @Test
  void afterAStartItIsReadBeforeAnybodyAsks() {
    ReadAtStart start = new ReadAtStart(structures, live);

    assertThat(List.of(start.round(), start.round())).containsExactly(1, 0);

    assertThat(structures.timesRead()).isEqualTo(1);
    assertThat(total()).isEqualTo("13, complete");
    assertThat(structures.timesRead()).isEqualTo(1);
  }

  @Test
  void whomAnotherInstanceAddsUpForIsLeftToItAtTheStart() {
    lease.number = Optional.empty();

    assertThat(new ReadAtStart(structures, live).round()).isEqualTo(1);
    assertThat(structures.timesRead()).isZero();
  }

  @Test
  void whoHasLostTheLeaseAnswersNoMore() {
    assertThat(total()).isEqualTo("13, complete");
    lease.number = Optional.empty();
    clock.advance(Duration.ofSeconds(6));

    live.follow();

    assertUnavailable(this::total);
    lease.number = Optional.of(3L);
    assertThat(total()).isEqualTo("13, complete");
    assertThat(structures.timesRead()).isEqualTo(2);
  }

  @Test
  void underAnotherNumberItIsReadAnewForOthersMayHaveWrittenMeanwhile() {
    assertThat(total()).isEqualTo("13, complete");
    lease.number = Optional.of(3L);
    structures.add(TENANT, car("11"), clock.instant());
    clock.advance(Duration.ofSeconds(6));

    live.follow();

    assertThat(total()).isEqualTo("14, complete");
    assertThat(structures.timesRead()).isEqualTo(2);
  }

  @Test
  void aWriteUnderAnOldNumberIsRefusedAndNothingOfItIsKept() {
    assertThat(total()).isEqualTo("13, complete");
    lease.isOurs = false;

    assertUnavailable(() -> write(car("20")));

    lease.isOurs = true;
    assertThat(structures.versions(TENANT, CAR)).isEqualTo(1);
    assertThat(total()).isEqualTo("13, complete");
    assertThat(structures.timesRead()).isEqualTo(2);
  }

  @Test
  void onANewDayItIsReadAnew() {
    assertThat(total()).isEqualTo("13, complete");
    clock.advance(Duration.ofDays(1));

    assertThat(total()).isEqualTo("13, complete");
    assertThat(structures.timesRead()).isEqualTo(2);

    clock.advance(Duration.ofDays(800));
    live.follow();
    assertThat(total()).isEqualTo("10, incomplete");
    assertThat(structures.timesRead()).isEqualTo(3);
  }

  @Test
  void whatIsHeardIsAddedUpWithoutReadingAgain() {
    assertThat(total()).isEqualTo("13, complete");
    declares("4");
    heard.products.add(COIL);

    assertThat(live.follow()).isEqualTo(1);

    assertThat(total()).isEqualTo("14, complete");
    assertThat(structures.timesRead()).isEqualTo(1);
  }

  @Test
  void whereWhatIsHeardCannotBeReadNothingOfItIsLost() {
    assertThat(total()).isEqualTo("13, complete");
    declares("4");
    heard.products.add(COIL);
    cannotBeRead = true;
    assertThatThrownBy(live::follow).hasMessage("the database is away");

    cannotBeRead = false;

    assertThat(total()).isEqualTo("14, complete");
    assertThat(structures.timesRead()).isEqualTo(2);
  }

  @Test
  void whatTheDirectorySaysOfASupplierIsSeenWithinALook() {
    assertThat(total()).isEqualTo("13, complete");
    suspensions.add(Span.since(clock.instant()));
    entry = 2;
    clock.advance(Duration.ofSeconds(3));

    live.follow();

    assertThat(total()).isEqualTo("10, incomplete");
    suspensions.clear();
    entry = 3;
    clock.advance(Duration.ofSeconds(3));
    live.follow();
    assertThat(total()).isEqualTo("13, complete");
    assertThat(structures.timesRead()).isEqualTo(1);
  }

  // ---- the words of the tests

  private void write(ProductStructure structure) {
    transactions.doInNew(
        () ->
            maintain.write(
                TENANT,
                structure,
                Optional.of(new ExpectedVersion(structures.versions(TENANT, CAR)))));
  }

  private String total() {
    Totals totals = live.of(TENANT).of(CAR).orElseThrow();
    return totals.emissions().exclBiogenicUptake().text()
        + (totals.complete() ? ", complete" : ", incomplete");
  }

  private void assertUnavailable(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE));
  }

  private void declares(String kilograms) {
    declarations.clear();
    declarations.add(
        Trees.collected(
            Trees.declaration("coil of " + kilograms),
            "mill",
            "coil",
            Trees.fossil(Stage.MAIN, kilograms)));
  }

  private static ProductStructure car(String own) {
    return new ProductStructure(
        CAR,
        "car",
        Category.VEHICLE,
        Optional.empty(),
        DeclaredUnit.PIECE,
        Optional.empty(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, own))),
        Optional.empty(),
        List.of(
            Trees.line(
                "coil",
                "coil",
                "1",
                new LineSupply.Procured(List.of(LineSource.only(COIL.partner(), COIL.product()))))),
        LocalDate.parse("2026-01-01"),
        Optional.empty());
  }

  private Declarations declarations() {
    return (Declarations)
        Proxy.newProxyInstance(
            Declarations.class.getClassLoader(),
            new Class<?>[] {Declarations.class},
            (self, method, arguments) -> {
              if (cannotBeRead) {
                throw new IllegalStateException("the database is away");
              }
              return List.copyOf(declarations);
            });
  }

  private static IssuerWords nothingSaid() {
    return (IssuerWords)
        Proxy.newProxyInstance(
            IssuerWords.class.getClassLoader(),
            new Class<?>[] {IssuerWords.class},
            (self, method, arguments) -> IssuerWord.NONE);
  }

  private static final class Heard implements FigureChanges {
    private final Set<SupplierProduct> products = new HashSet<>();

    @Override
    public void note(Tenant tenant, SupplierProduct product) {
      products.add(product);
    }

    @Override
    public Set<SupplierProduct> take(Tenant tenant) {
      Set<SupplierProduct> taken = Set.copyOf(products);
      products.clear();
      return taken;
    }
  }

  private static final class Lease implements TenantLeases {
    private Optional<Long> number = Optional.of(1L);
    private boolean isOurs = true;

    @Override
    public Optional<Long> hold(Tenant tenant) {
      return number;
    }

    @Override
    public boolean isOurs(Tenant tenant) {
      return isOurs;
    }

    @Override
    public void release(Tenant tenant) {
      number = Optional.empty();
    }
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-27T09:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("UTC alone");
    }
  }
}
