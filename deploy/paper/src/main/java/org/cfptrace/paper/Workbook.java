package org.cfptrace.paper;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A workbook: sheets of rows of cells. */
public record Workbook(String title, List<Sheet> sheets) {
  public Workbook {
    requireNonNull(title, "title");
    sheets = List.copyOf(sheets);
  }

  /**
   * A sheet.
   *
   * @param name at most 31 characters, without {@code []:*?/\}
   */
  public record Sheet(String name, List<List<Cell>> rows) {
    public Sheet {
      rows = rows.stream().map(List::copyOf).toList();
      if (!name.matches("[^\\[\\]:*?/\\\\]{1,31}")) {
        throw new IllegalArgumentException("no name of a sheet: " + name);
      }
    }
  }

  /** What stands in a cell. */
  public sealed interface Cell {
    Cell EMPTY = new Text("");

    static Cell of(String text) {
      return new Text(text);
    }

    static Cell of(BigDecimal value, int decimals) {
      return new Number(value, decimals);
    }
  }

  /** A text; one that begins like a formula stays a text. */
  public record Text(String text) implements Cell {
    public Text {
      requireNonNull(text, "text");
    }
  }

  /** A text in bold. */
  public record Title(String text) implements Cell {
    public Title {
      requireNonNull(text, "text");
    }
  }

  /**
   * A number, kept as a number.
   *
   * @param decimals how many are shown, 0 or more
   */
  @SuppressWarnings("JavaLangClash") // Read as Workbook.Number, beside Text and Day.
  public record Number(BigDecimal value, int decimals) implements Cell {
    public Number {
      requireNonNull(value, "value");
      if (decimals < 0) {
        throw new IllegalArgumentException("no number of decimals: " + decimals);
      }
    }
  }

  /** A day, kept as a day. */
  public record Day(LocalDate date) implements Cell {
    public Day {
      requireNonNull(date, "date");
    }
  }
}
