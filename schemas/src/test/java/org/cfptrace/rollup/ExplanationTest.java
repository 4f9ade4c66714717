package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.KILOWATT_HOUR;
import static org.cfptrace.footprint.DeclaredUnit.MEGAJOULE;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.english;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.own;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.share;
import static org.cfptrace.rollup.Trade.supplier;

import java.util.Map;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.Yield;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void showsEveryNumberOfTheSum() {
    LineSupply two =
        LineSupply.procured(share(MILL, "steel", "0.3"), share(OTHER_MILL, "iron", "0.7"));
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withTransport(own("0.5"))
            .withLines(line("1", "2", KILOGRAM, two).with(Yield.of("0.8")));

    Footprint footprint =
        rollUp(
            product,
            received(
                supplier(MILL, "steel"), figure(KILOGRAM, "3"),
                supplier(OTHER_MILL, "iron"), figure(KILOGRAM, "4")));

    assertThat(footprint.explanation())
        .containsExactly(
            new Bilingual("own emissions: 5 kgCO2e", "自社由来排出量: 5 kgCO2e"),
            new Bilingual("transport: 0.5 kgCO2e", "輸送: 0.5 kgCO2e"),
            new Bilingual(
                "line 1 \"part 1\": 2 kilogram ÷ yield 0.8 × share 0.3 × 3 kgCO2e/kilogram"
                    + " = 2.25 kgCO2e [PRIMARY]",
                "行1「part 1」: 2 kilogram ÷ 歩留まり 0.8 × 調達比率 0.3 × 3 kgCO2e/kilogram"
                    + " = 2.25 kgCO2e [PRIMARY]"),
            new Bilingual(
                "line 1 \"part 1\": 2 kilogram ÷ yield 0.8 × share 0.7 × 4 kgCO2e/kilogram"
                    + " = 7 kgCO2e [PRIMARY]",
                "行1「part 1」: 2 kilogram ÷ 歩留まり 0.8 × 調達比率 0.7 × 4 kgCO2e/kilogram"
                    + " = 7 kgCO2e [PRIMARY]"),
            new Bilingual(
                "total: own 5 + transport 0.5 + parts 9.25 = 14.75 kgCO2e/piece, complete",
                "合計: 自社由来 5 + 輸送 0.5 + 部品由来 9.25 = 14.75 kgCO2e/piece(完全)"));
  }

  @Test
  void saysWhatIsNotCountedAndWhatWasLastKnown() {
    SourceFigure recalled =
        new SourceFigure.Missing(LineState.RECALLED, figure(PIECE, "3").given());
    OwnProduct product =
        aProduct("part", PIECE, "5").withLines(line("1", "2", PIECE, boughtFrom(MILL, "steel")));

    Footprint footprint = rollUp(product, received(supplier(MILL, "steel"), recalled));

    assertThat(english(footprint.explanation()))
        .containsExactly(
            "own emissions: 5 kgCO2e",
            "line 1 \"part 1\": 2 piece ÷ yield 1 × share 1 is not counted: RECALLED, the supplier"
                + " recalled the declaration; last known value 3 kgCO2e/piece",
            "total: own 5 + parts 0 = 5 kgCO2e/piece, incomplete",
            "incomplete: line 1 \"part 1\": RECALLED, the supplier recalled the declaration");
  }

  @Test
  void showsConversionsOfUnitsExactly() {
    OwnProduct product =
        aProduct("part", PIECE, "0")
            .withLines(
                line("1", "1", KILOGRAM, boughtFrom(MILL, "bolt")),
                line("2", "1", KILOWATT_HOUR, boughtFrom(MILL, "steam")),
                line("3", "9", MEGAJOULE, boughtFrom(MILL, "power")));

    Footprint footprint =
        rollUp(
            product,
            received(
                supplier(MILL, "bolt"), figure(PIECE, "1").pieceOf("3"),
                supplier(MILL, "steam"), figure(MEGAJOULE, "0.1"),
                supplier(MILL, "power"), figure(KILOWATT_HOUR, "0.4")));

    assertThat(english(footprint.explanation()).subList(1, 4))
        .containsExactly(
            "line 1 \"part 1\": 1 kilogram ÷ yield 1 × share 1 ÷ 3 kilogram/piece"
                + " × 1 kgCO2e/piece = 0.333333333 kgCO2e [PRIMARY]",
            "line 2 \"part 2\": 1 kilowatt-hour ÷ yield 1 × share 1 × 3.6 megajoule/kilowatt-hour"
                + " × 0.1 kgCO2e/megajoule = 0.36 kgCO2e [PRIMARY]",
            "line 3 \"part 3\": 9 megajoule ÷ yield 1 × share 1 ÷ 3.6 megajoule/kilowatt-hour"
                + " × 0.4 kgCO2e/kilowatt-hour = 1 kgCO2e [PRIMARY]");
  }

  @Test
  void namesBothTotalsWhereThereIsBiogenicUptake() {
    OwnProduct product =
        OwnProduct.of(product("wood"), PIECE)
            .withOwn(
                OwnEmissions.primary(
                    main("5").and(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-2"))));

    assertThat(english(rollUp(product, Map.of()).explanation()))
        .contains(
            "total: own 5 + parts 0 = 5 kgCO2e/piece (3 kgCO2e including biogenic uptake),"
                + " complete");
  }

  @Test
  void putsAQuestionMarkWhereOwnEmissionsWereNotEntered() {
    assertThat(english(rollUp(OwnProduct.of(product("part"), PIECE), Map.of()).explanation()))
        .containsExactly(
            "incomplete: own emissions have not been entered",
            "total: own ? + parts 0 = 0 kgCO2e/piece, incomplete",
            "incomplete: own emissions have not been entered");
  }
}
