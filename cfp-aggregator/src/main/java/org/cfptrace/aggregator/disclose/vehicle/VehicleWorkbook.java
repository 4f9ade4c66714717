package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;

/** The workbook of a vehicle: a sheet to read first, the parts for their owner, the summary. */
final class VehicleWorkbook {
  static final String README = "Readme";
  static final String PARTS = "Parts";
  static final String SUMMARY = "Summary";
  private static final int DECIMALS = 9;

  private VehicleWorkbook() {}

  static Workbook of(VehicleFacts facts, Stamp stamp) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(new Sheet(README, readme(facts, stamp)));
    facts.inside().ifPresent(inside -> sheets.add(new Sheet(PARTS, parts(inside.rows()))));
    sheets.add(new Sheet(SUMMARY, summary(facts)));
    return new Workbook(facts.name() + ", carbon footprint", sheets);
  }

  private static List<List<Cell>> readme(VehicleFacts facts, Stamp stamp) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(new Workbook.Title("Carbon footprint of a vehicle / 車両のカーボンフットプリント")));
    section("Warnings / 注意", Readme.warnings(facts, stamp), rows);
    section("About / 概要", Readme.about(facts, stamp), rows);
    section("Method / 算定方法", Readme.method(facts), rows);
    section("Data quality / データ品質", Readme.quality(facts), rows);
    return rows;
  }

  private static void section(String title, List<Named> lines, List<List<Cell>> rows) {
    if (!lines.isEmpty()) {
      rows.add(List.of());
      rows.add(List.of(new Workbook.Title(title)));
      lines.forEach(it -> rows.add(List.of(Cell.of(it.name()), Cell.of(it.text()))));
    }
  }

  private static List<List<Cell>> parts(List<PartRow> parts) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>();
    PartColumns.HEAD.forEach(it -> head.add(new Workbook.Title(it)));
    head.add(new Workbook.Title("state"));
    rows.add(head);
    for (PartRow part : parts) {
      List<Cell> cells = new ArrayList<>(PartColumns.cells(part));
      cells.add(Cell.of(part.state()));
      rows.add(cells);
    }
    return rows;
  }

  private static List<List<Cell>> summary(VehicleFacts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(Summary.HEAD.stream().<Cell>map(Workbook.Title::new).toList());
    for (Summary.Row row : Summary.of(facts)) {
      rows.add(
          List.of(
              Cell.of(row.scope()),
              number(row.amount().map(KgCo2e::value)),
              number(row.percent())));
    }
    return rows;
  }

  private static Cell number(Optional<BigDecimal> number) {
    return number.map(it -> Cell.of(it, DECIMALS)).orElse(Cell.EMPTY);
  }
}
