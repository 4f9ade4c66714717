package org.cfptrace.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cfptrace.paper.ColumnWidths.Wish;

/** Prints a table. One with many columns is set smaller. */
final class TablePrinter {
  private static final List<Float> SIZES = List.of(8.5f, 7.5f, 6.5f);
  private static final float GAP = 8;

  /** Columns of Japanese, which could be broken anywhere, are left this many signs at least. */
  private static final int LEAST_SIGNS = 5;

  private final Pages pages;
  private final Document.Table table;
  private final Lettering lettering;
  private final List<Float> widths;
  private final Rows rows;

  private TablePrinter(Pages pages, Document.Table table, Lettering lettering) {
    this.pages = pages;
    this.table = table;
    this.lettering = lettering;
    this.widths = ColumnWidths.divided(wishes(table, lettering), Pages.WIDTH);
    this.rows = new Rows(pages, lettering);
  }

  /** Prints a table of legible texts. */
  static void print(Document.Table table, Pages pages) {
    fitting(table, pages).print();
  }

  /** What must be left of a page for a table to begin there: its head and the first row. */
  static float beginning(Document.Table table, Pages pages) {
    TablePrinter printer = fitting(table, pages);
    return printer.beginning(printer.cells(table.head(), true));
  }

  private static TablePrinter fitting(Document.Table table, Pages pages) {
    Lettering fitting = new Lettering(false, SIZES.get(SIZES.size() - 1));
    for (float size : SIZES) {
      var lettering = new Lettering(false, size);
      List<Float> least = wishes(table, lettering).stream().map(Wish::least).toList();
      if (ColumnWidths.sum(least) <= Pages.WIDTH) {
        fitting = lettering;
        break;
      }
    }
    return new TablePrinter(pages, table, fitting);
  }

  private static List<Wish> wishes(Document.Table table, Lettering lettering) {
    List<Wish> wishes = new ArrayList<>();
    for (int c = 0; c < table.head().size(); c++) {
      int column = c;
      List<String> texts = table.rows().stream().map(row -> row.get(column)).toList();
      Wish head = wish(List.of(table.head().get(c)), new Lettering(true, lettering.size()), false);
      Wish body = wish(texts, lettering, table.numbers().contains(c));
      wishes.add(
          new Wish(Math.max(head.least(), body.least()), Math.max(head.natural(), body.natural())));
    }
    return wishes;
  }

  /** Numbers are not broken, though they hold a space before their unit. */
  private static Wish wish(List<String> texts, Lettering lettering, boolean numbers) {
    float natural = 0;
    float least = 0;
    for (String text : texts) {
      natural = Math.max(natural, Wrap.widestLine(text, lettering));
      least = Math.max(least, Wrap.widestPiece(text, lettering));
    }
    float readable = Math.min(natural, LEAST_SIGNS * lettering.size());
    return new Wish((numbers ? natural : Math.max(least, readable)) + GAP, natural + GAP);
  }

  private void print() {
    List<Rows.Cell> head = cells(table.head(), true);
    pages.need(beginning(head));
    printHead(head);
    for (List<String> row : table.rows()) {
      rows.draw(cells(row, false), () -> printHead(head));
    }
  }

  private float beginning(List<Rows.Cell> head) {
    float firstRow = table.rows().isEmpty() ? 0 : rows.beginning(cells(table.rows().get(0), false));
    return rows.height(head) + firstRow;
  }

  private void printHead(List<Rows.Cell> head) {
    float height = Math.min(rows.height(head), pages.room());
    pages.fill(Pages.LEFT, pages.top() - height, Pages.WIDTH, height, 0.92f);
    rows.draw(head, () -> {});
  }

  private List<Rows.Cell> cells(List<String> texts, boolean bold) {
    var set = new Lettering(bold, lettering.size());
    float[] x = {Pages.LEFT};
    return IntStream.range(0, texts.size())
        .mapToObj(
            c -> {
              float width = widths.get(c) - GAP;
              float begin = x[0] + GAP / 2;
              x[0] += widths.get(c);
              List<String> lines = Wrap.lines(texts.get(c), width, set);
              return new Rows.Cell(lines, begin, width, table.numbers().contains(c), bold);
            })
        .toList();
  }
}
