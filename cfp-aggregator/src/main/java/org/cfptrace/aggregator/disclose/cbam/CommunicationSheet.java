package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Electricity;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Alloys;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CarbonPrice;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;

/**
 * One row for each good in the columns of the communication template. Importers refuse a file whose
 * sheet has another name.
 */
final class CommunicationSheet {
  static final String NAME = "Summary_Communication";
  static final List<String> HEAD =
      List.of(
          "Production process",
          "Type of aggregated good",
          "CN code",
          "CN name",
          "Product name",
          "SEE (direct)",
          "SEE (indirect)",
          "SEE (total)",
          "Unit",
          "Share by default values (0 to 1)",
          "Source of electricity EF",
          "Embedded electricity, MWh/t",
          "Carbon price due, per t CO2e",
          "Scrap, t/t",
          "Pre-consumer scrap, share of scrap (0 to 1)",
          "Mn, %",
          "Cr, %",
          "Ni, %",
          "Other alloys, %");

  static final int DIRECT = 5;
  static final int INDIRECT = 6;
  static final int TOTAL = 7;
  static final int SHARE = 9;

  private static final String NOT_COUNTED = "not applicable (Annex II good)";

  private CommunicationSheet() {}

  static Sheet of(CbamFacts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(SummaryWorkbook.titles(HEAD));
    facts.goods().forEach(good -> rows.add(row(facts, good)));
    return new Sheet(NAME, rows);
  }

  private static List<Cell> row(CbamFacts facts, Good good) {
    boolean counts = good.category().countsIndirect();
    Optional<Electricity> power = good.electricity();
    Alloys alloys = good.statement().alloys();
    return List.of(
        Cell.of(good.process()),
        Cell.of(good.category().en()),
        Cell.of(good.cn()),
        stated(good.statement().cnName()),
        stated(good.statement().productName()),
        SummaryWorkbook.specific(good.direct()),
        SummaryWorkbook.specific(good.indirect()),
        SummaryWorkbook.specific(good.total()),
        Cell.of("tCO2e/t"),
        SummaryWorkbook.specific(good.shareByDefault()),
        Cell.of(power.map(Electricity::source).orElse(counts ? "no electricity" : NOT_COUNTED)),
        power
            .map(Electricity::perTonne)
            .or(() -> counts ? Optional.of(Fraction.ZERO) : Optional.empty())
            .map(SummaryWorkbook::specific)
            .orElse(Cell.of(NOT_COUNTED)),
        Cell.of(price(facts.carbonPrices())),
        SummaryWorkbook.specific(good.scrap()),
        good.preConsumerScrap().map(SummaryWorkbook::specific).orElse(Cell.of("no scrap")),
        percent(alloys.manganese()),
        percent(alloys.chromium()),
        percent(alloys.nickel()),
        percent(alloys.other()));
  }

  private static String price(Optional<List<CarbonPrice>> prices) {
    return prices
        .map(
            stated ->
                stated.isEmpty()
                    ? "none"
                    : stated.stream()
                        .map(
                            price ->
                                Figures.plain(price.amount())
                                    + " "
                                    + price.currency()
                                    + " ("
                                    + price.instrument()
                                    + ", "
                                    + price.country()
                                    + ")")
                        .collect(Collectors.joining("; ")))
        .orElse(Fact.NOT_STATED);
  }

  private static Cell percent(Optional<BigDecimal> percent) {
    return percent
        .map(Figures::tidy)
        .map(figure -> Cell.of(figure, figure.scale()))
        .orElse(Cell.of(Fact.NOT_STATED));
  }

  private static Cell stated(Optional<String> text) {
    return Cell.of(text.orElse(Fact.NOT_STATED));
  }
}
