package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Estimate;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.steel.Tonnes;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;
import org.cfptrace.paper.Workbook.Title;

/** What certificates a tonne may cost: an estimate beside the report, and marked as one. */
final class EstimateSheet {
  static final String NAME = "cbam-cost-estimate";
  static final String MARK =
      "ESTIMATE ONLY: not part of the operator's summary report, not for filing";

  static final int TO_BE_COVERED = 6;

  private static final List<String> NOTES =
      List.of(
          "Default path: max(0, default value - CBAM factor x cross-sectoral correction x"
              + " benchmark); the cross-sectoral correction is taken as 1.",
          "Actual path: max(0, SEE - specific embedded free allocation), where free allocation"
              + " rests on the benchmarks of column A for each process and on that of the"
              + " precursors; it is shown where the operator has stated it, and never worked out"
              + " here.",
          "A carbon price paid elsewhere and the price of a certificate are not in these figures.");

  private EstimateSheet() {}

  static Sheet of(CbamFacts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(new Title(MARK)));
    NOTES.forEach(note -> rows.add(SummaryWorkbook.texts(note)));
    rows.add(List.of());
    rows.add(List.of(new Title("Default path, t CO2e per t of good")));
    defaultPath(facts, rows);
    rows.add(List.of());
    rows.add(List.of(new Title("Actual path, t CO2e per t of good")));
    actualPath(facts, rows);
    rows.add(List.of());
    rows.add(List.of(new Title("Threshold of 50 t, a rule for each importer and calendar year")));
    rows.add(SummaryWorkbook.texts(threshold(facts)));
    return new Sheet(NAME, rows);
  }

  private static void defaultPath(CbamFacts facts, List<List<Cell>> rows) {
    rows.add(
        SummaryWorkbook.titles(
            List.of(
                "CN code",
                "Default value",
                "CBAM factor " + facts.year(),
                "Cross-sectoral correction",
                "Benchmark",
                "Free allocation",
                "To be covered (estimate)",
                "Row of the default values")));
    for (Estimate estimate : facts.estimates()) {
      rows.add(
          List.of(
              Cell.of(estimate.cn()),
              SummaryWorkbook.specific(estimate.defaultValue()),
              SummaryWorkbook.specific(Figures.specific(estimate.cbamFactor())),
              SummaryWorkbook.specific(Figures.specific(BigDecimal.ONE)),
              SummaryWorkbook.specific(estimate.benchmark()),
              SummaryWorkbook.specific(estimate.freeAllocation()),
              SummaryWorkbook.specific(estimate.toBeCovered()),
              Cell.of(estimate.row())));
    }
    facts.goods().stream()
        .map(Good::cn)
        .distinct()
        .filter(cn -> facts.estimates().stream().noneMatch(it -> it.cn().equals(cn)))
        .forEach(
            cn ->
                rows.add(
                    SummaryWorkbook.texts(
                        cn, "no default value, benchmark or CBAM factor is at hand")));
  }

  private static void actualPath(CbamFacts facts, List<List<Cell>> rows) {
    rows.add(
        SummaryWorkbook.titles(
            List.of(
                "CN code",
                "Production process",
                "SEE (direct)",
                "SEE (indirect)",
                "Free allocation as stated",
                "To be covered (estimate)")));
    for (Good good : facts.goods()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(good.cn()));
      row.add(Cell.of(good.process()));
      row.add(SummaryWorkbook.specific(good.direct()));
      row.add(SummaryWorkbook.specific(good.indirect()));
      good.statement()
          .freeAllocation()
          .ifPresentOrElse(
              free -> {
                row.add(SummaryWorkbook.specific(Figures.specific(free)));
                row.add(SummaryWorkbook.specific(toBeCovered(good, free)));
              },
              () -> row.add(Cell.of(SummaryItem.Fact.NOT_STATED)));
      rows.add(row);
    }
  }

  private static Fraction toBeCovered(Good good, BigDecimal free) {
    Fraction left = good.total().plus(Fraction.of(free.negate()));
    return left.numerator().signum() < 0 ? Fraction.ZERO : left;
  }

  private static String threshold(CbamFacts facts) {
    String limit = MassThreshold.LIMIT.toString();
    return facts
        .mass()
        .map(mass -> threshold(mass, limit))
        .orElse(
            "Not of every good a mass was asked for, so nothing is said of them; an importer adds"
                + " all its goods of the year, of every supplier and CN code, and is exempted up to "
                + limit
                + " net.");
  }

  private static String threshold(BigDecimal asked, String limit) {
    String mass = Figures.plain(asked);
    return MassThreshold.isExceededBy(new Tonnes(asked))
        ? "The goods of this report, "
            + mass
            + " t, would alone exceed "
            + limit
            + " net if one importer brought them in within one calendar year."
        : "The goods of this report, "
            + mass
            + " t, do not alone exceed "
            + limit
            + " net; an importer adds all its goods of the year, of every supplier and CN code.";
  }
}
