package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Estimate;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;
import org.cfptrace.paper.Xlsx;

/** What does not hold of the workbook. */
final class WorkbookFaults {
  private static final int MOST_DIGITS = 15;

  private final CbamFacts facts;
  private final List<String> faults = new ArrayList<>();

  private WorkbookFaults(CbamFacts facts) {
    this.facts = facts;
  }

  static List<String> of(CbamFacts facts, byte[] xlsx) {
    Workbook workbook;
    try {
      workbook = Xlsx.read(xlsx);
    } catch (RuntimeException unreadable) {
      // What is read back may be spoiled in any way; however the reader says so, it is a fault.
      return List.of(CbamFiles.XLSX + " is no workbook: " + unreadable.getMessage());
    }
    List<String> names = workbook.sheets().stream().map(Sheet::name).toList();
    if (!names.equals(SummaryWorkbook.SHEETS)) {
      return List.of(
          CbamFiles.XLSX + ": expected the sheets " + SummaryWorkbook.SHEETS + ", seen " + names);
    }
    WorkbookFaults found = new WorkbookFaults(facts);
    found.communication(workbook.sheets().get(1));
    found.items(workbook.sheets().get(2));
    found.estimate(workbook.sheets().get(4));
    return List.copyOf(found.faults);
  }

  private void communication(Sheet sheet) {
    if (sheet.rows().size() != facts.goods().size() + 1) {
      fault(sheet, "expected a head and " + facts.goods().size() + " goods");
      return;
    }
    List<String> head = sheet.rows().get(0).stream().map(WorkbookFaults::text).toList();
    if (!head.equals(CommunicationSheet.HEAD)) {
      fault(sheet, "expected the columns " + CommunicationSheet.HEAD + ", seen " + head);
      return;
    }
    for (int i = 0; i < facts.goods().size(); i++) {
      Good good = facts.goods().get(i);
      List<Cell> row = sheet.rows().get(i + 1);
      specific(sheet, good.cn() + " SEE (direct)", good.direct(), row, CommunicationSheet.DIRECT);
      specific(
          sheet, good.cn() + " SEE (indirect)", good.indirect(), row, CommunicationSheet.INDIRECT);
      specific(sheet, good.cn() + " SEE (total)", good.total(), row, CommunicationSheet.TOTAL);
      specific(
          sheet,
          good.cn() + " share by default values",
          good.shareByDefault(),
          row,
          CommunicationSheet.SHARE);
    }
  }

  /** Every title of an item, in order. */
  private void items(Sheet sheet) {
    List<String> firsts =
        sheet.rows().stream()
            .filter(row -> !row.isEmpty())
            .map(row -> text(row.get(0)))
            .filter(text -> text.matches("[0-9]{1,2} .*"))
            .toList();
    List<String> expected =
        OperatorsSummary.of(facts).stream()
            .map(item -> item.number() + " " + item.title())
            .toList();
    if (!firsts.containsAll(expected)) {
      fault(sheet, "expected the items " + expected + ", seen " + firsts);
    }
  }

  private void estimate(Sheet sheet) {
    if (sheet.rows().isEmpty()
        || sheet.rows().get(0).isEmpty()
        || !text(sheet.rows().get(0).get(0)).equals(EstimateSheet.MARK)) {
      fault(sheet, "is not marked as an estimate");
    }
    for (Estimate estimate : facts.estimates()) {
      boolean isThere =
          sheet.rows().stream()
              .filter(row -> row.size() > EstimateSheet.TO_BE_COVERED)
              .filter(row -> text(row.get(0)).equals(estimate.cn()))
              .anyMatch(
                  row -> isFigure(row.get(EstimateSheet.TO_BE_COVERED), estimate.toBeCovered()));
      if (!isThere) {
        fault(
            sheet,
            estimate.cn()
                + " to be covered should be "
                + Figures.specific(estimate.toBeCovered()).toPlainString());
      }
    }
  }

  private void specific(Sheet sheet, String what, Fraction exact, List<Cell> row, int column) {
    if (row.size() <= column || !isFigure(row.get(column), exact)) {
      fault(
          sheet,
          what
              + " should be "
              + Figures.specific(exact).toPlainString()
              + ", is "
              + (row.size() <= column ? "missing" : text(row.get(column))));
    }
  }

  /** As a number with its decimals; one of more digits than a cell holds stands as text. */
  private static boolean isFigure(Cell cell, Fraction exact) {
    BigDecimal figure = Figures.specific(exact);
    if (figure.precision() > MOST_DIGITS) {
      return text(cell).equals(figure.toPlainString());
    }
    return cell instanceof Workbook.Number number
        && number.decimals() == Figures.SPECIFIC_DECIMALS
        && number.value().compareTo(figure) == 0;
  }

  private static String text(Cell cell) {
    if (cell instanceof Workbook.Text text) {
      return text.text();
    }
    if (cell instanceof Workbook.Title title) {
      return title.text();
    }
    return cell instanceof Workbook.Number number
        ? number.value().toPlainString()
        : cell.toString();
  }

  private void fault(Sheet sheet, String what) {
    faults.add(CbamFiles.XLSX + ", sheet " + sheet.name() + ": " + what);
  }
}
