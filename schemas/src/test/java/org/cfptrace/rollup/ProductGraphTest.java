package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.YEAR;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.made;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.supplier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.TraceId;
import org.junit.jupiter.api.Test;

class ProductGraphTest {

  private static final Map<SupplierProduct, SourceFigure> STEEL =
      received(supplier(MILL, "steel"), figure(PIECE, "3"));

  /** bolt 1 + 1 × 3 = 4; frame 2 + 2 × 4 = 10; door 1 + 1 × 4 = 5; car 10 + 10 + 4 × 5 = 40. */
  private static final List<OwnProduct> CAR =
      List.of(
          aProduct("car", PIECE, "10")
              .withLines(line("1", "1", PIECE, made("frame")), line("2", "4", PIECE, made("door"))),
          aProduct("frame", PIECE, "2").withLines(line("1", "2", PIECE, made("bolt"))),
          aProduct("door", PIECE, "1").withLines(line("1", "1", PIECE, made("bolt"))),
          aProduct("bolt", PIECE, "1").withLines(line("1", "1", PIECE, boughtFrom(MILL, "steel"))));

  @Test
  void addsUpOverSeveralLevels() {
    Footprint car = ProductGraph.of(CAR).footprintOf(product("car"), YEAR, STEEL);

    assertThat(car.total()).isEqualTo(main("40"));
    assertThat(car.isComplete()).isTrue();
    assertThat(car.lines()).extracting(LineResult::origin).containsOnly(LineOrigin.PRIMARY);
  }

  @Test
  void computesASharedPartOnceAndBeforeWhatItIsPartOf() {
    Map<TraceId, Footprint> all = ProductGraph.of(CAR).footprints(YEAR, STEEL);

    assertThat(all.keySet())
        .containsExactly(product("bolt"), product("frame"), product("door"), product("car"));
    assertThat(all.get(product("bolt")).total()).isEqualTo(main("4"));
    assertThat(all.get(product("frame")).total()).isEqualTo(main("10"));
    assertThat(all.get(product("door")).total()).isEqualTo(main("5"));
  }

  @Test
  void isIncompleteAtTheTopWhenSomethingIsMissingAtTheBottom() {
    Footprint car = ProductGraph.of(CAR).footprintOf(product("car"), YEAR, Map.of());

    assertThat(car.total()).isEqualTo(main("22"));
    assertThat(car.isComplete()).isFalse();
    assertThat(car.gaps())
        .extracting(Gap::lineId)
        .containsExactly(new LineId("1"), new LineId("2"));
  }

  @Test
  void refusesAProductThatIsPartOfItselfWithThePath() {
    List<OwnProduct> loop =
        List.of(
            aProduct("car", PIECE, "1").withLines(line("1", "1", PIECE, made("frame"))),
            aProduct("frame", PIECE, "1").withLines(line("1", "1", PIECE, made("bolt"))),
            aProduct("bolt", PIECE, "1").withLines(line("1", "1", PIECE, made("frame"))));

    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(() -> ProductGraph.of(loop))
        .withMessage(
            "CYCLE: a product may not be part of itself: %s > %s > %s",
            product("frame"), product("bolt"), product("frame"))
        .satisfies(
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(StructureException.Fault.CYCLE);
              assertThat(refusal.path())
                  .containsExactly(product("frame"), product("bolt"), product("frame"));
            });
  }

  @Test
  void refusesAProductThatUsesItselfDirectly() {
    OwnProduct self = aProduct("car", PIECE, "1").withLines(line("1", "1", PIECE, made("car")));

    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(() -> ProductGraph.of(List.of(self)))
        .satisfies(
            refusal -> assertThat(refusal.path()).containsExactly(product("car"), product("car")));
  }

  @Test
  void refusesALineThatIsBoundToADeclarationAndHasOwnPartsBeneathIt() {
    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(
            () ->
                LineSupply.of(
                    List.of(LineSource.only(MILL, product("steel"))), null, product("bolt")))
        .withMessage(
            "DOUBLE_COUNT: a line bound to a declaration or an estimate is a leaf and has nothing"
                + " beneath it")
        .satisfies(
            refusal ->
                assertThat(refusal.fault()).isEqualTo(StructureException.Fault.DOUBLE_COUNT));
  }

  @Test
  void refusesADeclarationForAProductThatIsAlsoBuiltUpHere() {
    List<OwnProduct> twice =
        List.of(
            aProduct("car", PIECE, "1").withLines(line("9", "1", PIECE, boughtFrom(MILL, "frame"))),
            aProduct("frame", PIECE, "1"));

    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(() -> ProductGraph.of(twice))
        .satisfies(
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(StructureException.Fault.DOUBLE_COUNT);
              assertThat(refusal.path()).containsExactly(product("car"), product("frame"));
            });
  }

  @Test
  void refusesAPartNobodyKnows() {
    OwnProduct car = aProduct("car", PIECE, "1").withLines(line("1", "1", PIECE, made("frame")));

    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(() -> ProductGraph.of(List.of(car)))
        .withMessage("UNKNOWN_PRODUCT: no own product %s", product("frame"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductGraph.of(CAR).footprintOf(product("lorry"), YEAR, Map.of()))
        .withMessage("no such product: %s", product("lorry"));
  }

  @Test
  void walksDownTwentyThousandLevelsWithoutFallingOver() {
    List<OwnProduct> chain = new ArrayList<>();
    for (int level = 0; level < 20_000; level++) {
      chain.add(
          aProduct("p" + level, PIECE, "1")
              .withLines(line("1", "1", PIECE, made("p" + (level + 1)))));
    }
    chain.add(aProduct("p20000", PIECE, "1"));

    Footprint top = ProductGraph.of(chain).footprintOf(product("p0"), YEAR, Map.of());

    assertThat(top.total()).isEqualTo(main("20001"));
  }

  @Test
  void readsTheFieldsOfALineAsExactlyOneKindOfSupply() {
    Estimate estimate =
        new Estimate(LineOrigin.DEFAULT, PIECE, main("1"), null, "published default");

    assertThat(LineSupply.of(List.of(), null, null)).isEqualTo(LineSupply.procured());
    assertThat(LineSupply.of(List.of(), estimate, null))
        .isEqualTo(new LineSupply.Terminal(estimate));
    assertThat(LineSupply.of(List.of(), null, product("bolt"))).isEqualTo(made("bolt"));
    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(
            () -> LineSupply.of(List.of(LineSource.only(MILL, product("steel"))), estimate, null));
  }
}
