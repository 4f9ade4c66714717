package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.pre;
import static org.cfptrace.rollup.Trade.share;
import static org.cfptrace.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Yield;
import org.junit.jupiter.api.Test;

class OrderNeverMattersTest {

  private static final long SEED = 20_261_123_2025L;

  private final Random random = new Random(SEED);
  private final Map<SupplierProduct, SourceFigure> received = new HashMap<>();

  @Test
  void forTheLinesAndSourcesOfAProduct() {
    for (int round = 0; round < 50; round++) {
      received.clear();
      List<BillOfMaterialsLine> lines = randomLines(1 + random.nextInt(40));
      OwnProduct product = aProduct("part", PIECE, "1.234567891");
      Footprint inOrder = Trade.rollUp(product.withLines(lines), received);
      List<BillOfMaterialsLine> shuffled = new ArrayList<>();
      lines.forEach(each -> shuffled.add(withShuffledSources(each)));
      Collections.shuffle(shuffled, random);

      Footprint inAnyOrder = Trade.rollUp(product.withLines(shuffled), received);

      String run = "seed " + SEED + ", round " + round;
      assertThat(inAnyOrder.total()).as(run).isEqualTo(inOrder.total());
      assertThat(inAnyOrder.quality()).as(run).isEqualTo(inOrder.quality());
      assertThat(inAnyOrder.isComplete()).as(run).isEqualTo(inOrder.isComplete());
    }
  }

  @Test
  void forAddingOneLineLaterInsteadOfAllAtOnce() {
    List<BillOfMaterialsLine> lines = randomLines(30);
    OwnProduct product = aProduct("part", PIECE, "1");
    Emissions added = main("1");
    for (BillOfMaterialsLine line : lines) {
      added = added.plus(Trade.rollUp(product.withLines(line), received).upstream());
    }

    assertThat(added)
        .as("seed " + SEED)
        .isEqualTo(Trade.rollUp(product.withLines(lines), received).total());
  }

  private List<BillOfMaterialsLine> randomLines(int count) {
    List<BillOfMaterialsLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String first = "a" + i;
      String second = "b" + i;
      received.put(supplier(MILL, first), randomFigure());
      received.put(supplier(OTHER_MILL, second), randomFigure());
      LineSupply two =
          LineSupply.procured(share(MILL, first, "0.37"), share(OTHER_MILL, second, "0.61"));
      lines.add(line("l" + i, decimal(9), KILOGRAM, two).with(Yield.of("0.7" + i)));
    }
    return lines;
  }

  private SourceFigure randomFigure() {
    Emissions emissions = pre(decimal(9)).plus(main(decimal(9)));
    Representativeness rating = Representativeness.of("1." + random.nextInt(9), "2.1", "3");
    return figure(PIECE, emissions)
        .pieceOf("3." + (1 + random.nextInt(900)))
        .rated(DataQuality.same(QualityScale.ONE_TO_FIVE, rating))
        .primary(Integer.toString(random.nextInt(101)))
        .given();
  }

  private BillOfMaterialsLine withShuffledSources(BillOfMaterialsLine line) {
    List<LineSource> sources = new ArrayList<>(((LineSupply.Procured) line.supply()).sources());
    Collections.shuffle(sources, random);
    return new BillOfMaterialsLine(
        line.lineId(),
        line.partName(),
        line.netAmount(),
        line.yield(),
        line.massPerUnit(),
        new LineSupply.Procured(sources),
        line.proxy());
  }

  private String decimal(int decimals) {
    return BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), decimals).toPlainString();
  }
}
