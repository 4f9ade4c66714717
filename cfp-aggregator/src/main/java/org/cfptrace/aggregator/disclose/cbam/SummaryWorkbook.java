package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;
import org.cfptrace.aggregator.steel.ValueBasis;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;
import org.cfptrace.paper.Workbook.Title;

/** The workbook of a summary: how to read it, the rows importers take, the items, an estimate. */
final class SummaryWorkbook {
  static final String README = "Readme";
  static final String ITEMS = "Operator_Summary";
  static final String PRECURSORS = "Precursors";
  static final List<String> SHEETS =
      List.of(README, CommunicationSheet.NAME, ITEMS, PRECURSORS, EstimateSheet.NAME);

  private SummaryWorkbook() {}

  static Workbook of(CbamFacts facts, Stamp stamp) {
    return new Workbook(
        OperatorsSummary.TITLE + ", " + facts.shownName() + ", " + facts.year(),
        List.of(
            readme(facts, stamp),
            CommunicationSheet.of(facts),
            items(facts),
            precursors(facts),
            EstimateSheet.of(facts)));
  }

  private static Sheet readme(CbamFacts facts, Stamp stamp) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(new Title(OperatorsSummary.TITLE)));
    about(facts, stamp).forEach(label -> rows.add(texts(label.get(0), label.get(1))));
    rows.add(List.of());
    rows.add(List.of(new Title("Warnings")));
    List<String> warnings = StampText.warnings(facts, stamp);
    (warnings.isEmpty() ? List.of("none") : warnings).forEach(text -> rows.add(texts(text)));
    return new Sheet(README, rows);
  }

  /** What a reader must know of the report, as label and text. */
  static List<List<String>> about(CbamFacts facts, Stamp stamp) {
    return List.of(
        List.of("Installation", facts.shownName() + " (" + facts.installationId() + ")"),
        List.of("Reporting period", facts.period().toString()),
        List.of("Method", OperatorsSummary.METHOD),
        List.of("Shown", OperatorsSummary.SHOWN),
        List.of("Units", "t; t CO2e; t CO2e per t of good; MWh/t"),
        List.of("Rounding", Figures.ROUNDING),
        List.of("Default values", facts.calculation().defaultValues()),
        List.of(
            "Calculation",
            "version "
                + facts.calculation().version()
                + ", input SHA-256 "
                + facts.calculation().inputSha256()),
        List.of("Assurance", StampText.assurance(facts)),
        List.of("Export", stamp.exportId()),
        List.of("As of", stamp.asOf().toString()),
        List.of(
            CatenaXCbam.FILE,
            CatenaXCbam.isMade(facts)
                ? CatenaXCbam.STANDARD + "; a convenience, no registry submission"
                : "not made: its net masses are those asked for, and not of every good was one"));
  }

  private static Sheet items(CbamFacts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SummaryItem item : OperatorsSummary.of(facts)) {
      rows.add(List.of(new Title(item.number() + " " + item.title())));
      rows.add(texts("status", item.status().text(), item.note()));
      for (SummaryItem.Part part : item.parts()) {
        if (part instanceof Rows table) {
          table(rows, table);
        } else {
          part.all().forEach(fact -> rows.add(List.of(Cell.of(fact.label()), cell(fact))));
        }
      }
      rows.add(List.of());
    }
    return new Sheet(ITEMS, rows);
  }

  private static void table(List<List<Cell>> rows, Rows table) {
    List<String> head = List.of();
    for (List<Fact> row : table.rows()) {
      List<String> labels = row.stream().map(Fact::label).toList();
      if (!labels.equals(head)) {
        rows.add(titles(labels));
        head = labels;
      }
      rows.add(row.stream().map(SummaryWorkbook::cell).toList());
    }
  }

  private static Sheet precursors(CbamFacts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        titles(
            List.of(
                "precursor",
                "CN code",
                "country",
                "basis",
                "default value",
                "SEE direct, t CO2e/t",
                "SEE indirect, t CO2e/t",
                "period",
                "installation of origin",
                "operator of origin",
                "remark")));
    for (CbamFacts.Precursor it : facts.precursors()) {
      rows.add(
          List.of(
              Cell.of(it.name()),
              Cell.of(it.cn()),
              Cell.of(it.country()),
              Cell.of(basis(it)),
              Cell.of(it.basis() == ValueBasis.DEFAULT ? "DEFAULT" : ""),
              specific(it.direct()),
              specific(it.indirect()),
              Cell.of(it.period().map(Object::toString).orElse("")),
              Cell.of(it.installation().orElse(Fact.NOT_STATED)),
              Cell.of(it.operator().orElse(Fact.NOT_STATED)),
              Cell.of(remark(it))));
    }
    if (facts.precursors().isEmpty()) {
      rows.add(texts("no precursor was purchased"));
    }
    return new Sheet(PRECURSORS, rows);
  }

  private static String basis(CbamFacts.Precursor it) {
    return switch (it.basis()) {
      case ACTUAL -> "actual value";
      case DEFAULT -> "default value";
      case EXEMPTED_ORIGIN -> "exempted origin";
      case OWN_PROCESS -> "own process";
    };
  }

  private static String remark(CbamFacts.Precursor it) {
    return switch (it.basis()) {
      case EXEMPTED_ORIGIN -> PrecursorItems.EXEMPTED;
      case DEFAULT -> it.defaultRow().orElse("");
      case ACTUAL -> "with a verifier's report";
      case OWN_PROCESS -> "";
    };
  }

  private static Cell cell(Fact fact) {
    return fact.isFigure() && fact.text().isPresent()
        ? number(new BigDecimal(fact.text().get()))
        : Cell.of(fact.shown());
  }

  private static Cell number(BigDecimal figure) {
    return Cell.of(figure, figure.scale());
  }

  static Cell specific(Fraction exact) {
    return specific(Figures.specific(exact));
  }

  static Cell specific(BigDecimal figure) {
    return Cell.of(figure, Figures.SPECIFIC_DECIMALS);
  }

  static List<Cell> titles(List<String> texts) {
    return texts.stream().<Cell>map(Title::new).toList();
  }

  static List<Cell> texts(String... texts) {
    return List.of(texts).stream().map(Cell::of).toList();
  }
}
