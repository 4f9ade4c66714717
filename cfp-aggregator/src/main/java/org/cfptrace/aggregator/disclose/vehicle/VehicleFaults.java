package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.PrintedPages;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.paper.Csv;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Xlsx;

/** Reads the files of a vehicle back and holds them against its facts. */
final class VehicleFaults {
  // A workbook's numbers are those it shows.
  private static final int DECIMALS = 9;

  private final VehicleFacts facts;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  VehicleFaults(VehicleFacts facts, List<ExportFile> files) {
    this.facts = facts;
    files.forEach(it -> this.files.put(it.name(), it.bytes()));
  }

  List<String> all() {
    List<String> expected = new ArrayList<>();
    if (facts.audience().seesParts()) {
      expected.add(VehiclePartList.PARTS);
    }
    expected.add(VehiclePartList.SUMMARY);
    expected.add(VehiclePartList.WORKBOOK);
    expected.add(VehiclePartList.PAGE);
    if (!List.copyOf(files.keySet()).equals(expected)) {
      faults.add("expected the files " + expected + ", seen " + files.keySet());
      return faults;
    }
    facts.inside().ifPresent(inside -> reading(VehiclePartList.PARTS, it -> parts(it, inside)));
    reading(VehiclePartList.SUMMARY, this::summary);
    reading(VehiclePartList.WORKBOOK, this::workbook);
    reading(VehiclePartList.PAGE, this::page);
    return faults;
  }

  private interface Check {
    void of(byte[] bytes);
  }

  private void reading(String name, Check check) {
    try {
      check.of(files.get(name));
    } catch (RuntimeException unreadable) {
      // What is read back may be spoiled in any way; however the reader says so, it is a fault.
      faults.add(name + " cannot be read back: " + unreadable.getMessage());
    }
  }

  // ---- part-list.csv

  private void parts(byte[] csv, VehicleFacts.Inside inside) {
    List<List<String>> rows = Csv.read(csv);
    if (!rows.get(0).equals(PartColumns.HEAD)) {
      faults.add("part-list.csv has other columns: " + rows.get(0));
      return;
    }
    List<List<String>> data = rows.subList(1, rows.size());
    if (data.size() != inside.rows().size()) {
      faults.add("part-list.csv has " + data.size() + " rows, there are " + inside.rows().size());
      return;
    }
    KgCo2e excl = KgCo2e.ZERO;
    KgCo2e incl = KgCo2e.ZERO;
    for (int i = 0; i < data.size(); i++) {
      List<String> expected = PartColumns.texts(inside.rows().get(i));
      List<String> seen = data.get(i);
      for (int column = 0; column < PartColumns.HEAD.size(); column++) {
        if (!same(expected.get(column), seen.get(column))) {
          faults.add(
              "part-list.csv, row "
                  + (i + 1)
                  + ", "
                  + PartColumns.HEAD.get(column)
                  + ": expected \""
                  + expected.get(column)
                  + "\", seen \""
                  + seen.get(column)
                  + "\"");
        }
      }
      boolean isMissing = seen.get(PartColumns.TYPE).equals(DataType.MISSING.name());
      if (isMissing != seen.get(PartColumns.EXCLUDING).isEmpty()) {
        faults.add("part-list.csv, row " + (i + 1) + ": what is missing has no number");
      }
      excl = excl.plus(amount(seen.get(PartColumns.EXCLUDING)));
      incl = incl.plus(amount(seen.get(PartColumns.INCLUDING)));
    }
    sum("without", excl, inside.rounding(), facts.total());
    sum("with", incl, inside.roundingIncl(), facts.inclBiogenicUptake());
  }

  private void sum(String which, KgCo2e rows, KgCo2e rounding, KgCo2e total) {
    if (!rows.plus(rounding).equals(total)) {
      faults.add(
          "the rows of part-list.csv add up to "
              + rows
              + " and "
              + rounding
              + " of rounding, the total "
              + which
              + " biogenic uptake is "
              + total);
    }
  }

  private static KgCo2e amount(String text) {
    return text.isEmpty() ? KgCo2e.ZERO : new KgCo2e(new BigDecimal(text));
  }

  /** A text that begins like a formula has an apostrophe in front. */
  private static boolean same(String expected, String seen) {
    return seen.equals(expected) || seen.equals("'" + expected);
  }

  // ---- summary.csv

  private void summary(byte[] csv) {
    List<List<String>> expected = new ArrayList<>();
    expected.add(Summary.HEAD);
    Summary.of(facts).forEach(it -> expected.add(it.texts()));
    List<List<String>> seen = Csv.read(csv);
    if (!seen.equals(expected)) {
      faults.add("summary.csv: expected " + expected + ", seen " + seen);
    }
  }

  // ---- vehicle.xlsx

  private void workbook(byte[] xlsx) {
    Map<String, List<List<Workbook.Cell>>> sheets = new LinkedHashMap<>();
    Xlsx.read(xlsx).sheets().forEach(it -> sheets.put(it.name(), it.rows()));
    List<String> names = new ArrayList<>(List.of(VehicleWorkbook.README));
    facts.inside().ifPresent(it -> names.add(VehicleWorkbook.PARTS));
    names.add(VehicleWorkbook.SUMMARY);
    if (!List.copyOf(sheets.keySet()).equals(names)) {
      faults.add("vehicle.xlsx: expected the sheets " + names + ", seen " + sheets.keySet());
      return;
    }
    facts
        .inside()
        .ifPresent(
            inside ->
                column(
                    sheets.get(VehicleWorkbook.PARTS),
                    "Parts",
                    PartColumns.EXCLUDING,
                    inside.rows().stream()
                        .map(it -> Show.amount(it.exclBiogenicUptake()))
                        .toList()));
    column(
        sheets.get(VehicleWorkbook.SUMMARY),
        "Summary",
        1,
        Summary.of(facts).stream().map(it -> Show.amount(it.amount())).toList());
  }

  private void column(
      List<List<Workbook.Cell>> rows, String sheet, int column, List<String> expected) {
    List<String> seen =
        rows.subList(1, rows.size()).stream()
            .map(row -> column < row.size() ? PartColumns.text(row.get(column)) : "")
            .toList();
    if (!numbers(seen).equals(numbers(expected))) {
      faults.add("vehicle.xlsx, " + sheet + ": expected " + expected + ", seen " + seen);
    }
  }

  private static List<String> numbers(List<String> texts) {
    return texts.stream()
        .map(
            it ->
                it.isEmpty()
                    ? ""
                    : new BigDecimal(it)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
        .toList();
  }

  // ---- vehicle.pdf

  private void page(byte[] pdf) {
    Pdf.faults(pdf).forEach(it -> faults.add("vehicle.pdf: " + it));
    PrintedPages paper = PrintedPages.of(pdf);
    if (paper.count() != 1) {
      faults.add("vehicle.pdf has " + paper.count() + " pages, expected one");
    }
    List<String> expected = new ArrayList<>();
    if (facts.known()) {
      expected.add(facts.total().text() + " kg CO2e");
      expected.add(Show.fraction(facts.perKilogram()) + " kg CO2e/kg");
      expected.add(Show.fraction(facts.perKilometre()) + " kg CO2e/km");
      expected.add(VehiclePage.headline(facts.total()));
    }
    if (!facts.complete()) {
      expected.add("INCOMPLETE");
    }
    expected.add(Detail.beginning(facts.name()));
    for (String each : expected) {
      if (!paper.hold(each)) {
        faults.add("vehicle.pdf does not say \"" + each + "\"");
      }
    }
  }
}
