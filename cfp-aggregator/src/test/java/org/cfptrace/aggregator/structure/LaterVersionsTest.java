package org.cfptrace.aggregator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.StructureException.Fault;
import org.junit.jupiter.api.Test;

/** What a file brings for days to come is tried as it will be on those days. */
class LaterVersionsTest {
  private static final Tenant TENANT = Trees.MAKER;
  private static final TraceId CAR = Trees.product("car");
  private static final TraceId BODY = Trees.product("body");
  private static final TraceId DOOR = Trees.product("door");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final LocalDate LATER = TODAY.plusDays(30);
  private static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant FILE = Instant.parse("2026-11-27T09:00:00Z");

  private final StructuresInMemory structures = new StructuresInMemory();

  @Test
  void aCircleOfTheFileIsRefusedWithItsPath() {
    file(made(CAR, LATER, BODY), made(BODY, LATER, CAR));

    assertRefused(Fault.CYCLE, CAR, BODY, CAR);
  }

  @Test
  void aCircleThroughWhatWasThereIsRefusedToo() {
    before(made(BODY, TODAY, DOOR), made(DOOR, LATER, CAR));
    file(made(CAR, LATER, BODY));

    assertRefused(Fault.CYCLE, CAR, BODY, DOOR, CAR);
  }

  @Test
  void whatIsACircleOnAnotherDayAloneIsTaken() {
    before(made(BODY, TODAY, CAR), made(BODY, LATER));
    file(made(CAR, LATER, BODY));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void aPartWithoutAVersionOnThatDayIsRefused() {
    before(until(LATER.minusDays(1), made(BODY, TODAY)));
    file(made(CAR, LATER, BODY));

    assertRefused(Fault.UNKNOWN_PRODUCT, CAR, BODY);
  }

  @Test
  void aPartThatIsBoughtAndBuiltIsRefused() {
    before(made(BODY, TODAY));
    file(structure(CAR, LATER, Optional.empty(), List.of(bought(BODY))));

    assertRefused(Fault.DOUBLE_COUNT, CAR, BODY);
  }

  @Test
  void whatDidNotFitBeneathItBeforeIsNoFaultOfTheFile() {
    before(made(BODY, TODAY, DOOR), made(DOOR, TODAY, BODY));
    before(made(Trees.product("roof"), TODAY, Trees.product("nobody knows it")));
    file(made(CAR, LATER, BODY, Trees.product("roof")));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void aPartOfManyPartsIsNoCircle() {
    before(made(DOOR, TODAY));
    file(made(CAR, LATER, BODY, DOOR), made(BODY, LATER, DOOR));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    LaterVersions.check(structures, TENANT, FILE, LATER);
  }

  private void assertRefused(Fault fault, TraceId... path) {
    ThrowingCallable checking = this::check;
    assertThatThrownBy(checking)
        .isInstanceOfSatisfying(
            StructureException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.path()).containsExactly(path);
            });
  }

  private void before(ProductStructure... written) {
    structures.addAll(TENANT, List.of(written), BEFORE);
  }

  private void file(ProductStructure... written) {
    structures.addAll(TENANT, List.of(written), FILE);
  }

  private static ProductStructure made(TraceId product, LocalDate from, TraceId... parts) {
    List<StructureLine> lines =
        Stream.of(parts)
            .map(part -> Trees.line(part.bareUuid(), "part", "1", new LineSupply.Own(part)))
            .toList();
    return structure(product, from, Optional.empty(), lines);
  }

  private static ProductStructure until(LocalDate day, ProductStructure made) {
    return structure(made.traceId(), made.validFrom(), Optional.of(day), made.lines());
  }

  private static StructureLine bought(TraceId part) {
    return Trees.line(
        "bought",
        "part",
        "1",
        new LineSupply.Procured(List.of(LineSource.only(Trees.company("mill"), part))));
  }

  private static ProductStructure structure(
      TraceId product, LocalDate from, Optional<LocalDate> to, List<StructureLine> lines) {
    return new ProductStructure(
        product,
        "a product",
        Category.PART,
        Optional.empty(),
        DeclaredUnit.PIECE,
        Optional.empty(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        Optional.empty(),
        Optional.empty(),
        lines,
        from,
        to);
  }
}
