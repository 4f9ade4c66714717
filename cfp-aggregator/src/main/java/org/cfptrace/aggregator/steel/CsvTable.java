package org.cfptrace.aggregator.steel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table as RFC 4180 writes it (comma, double quotes), one record a line, with a fixed header.
 * Every fault is noted and reading goes on, so that a person hears of all of them at once.
 */
final class CsvTable {
  private static final int MOST_LINES = 100_000;
  private static final int LONGEST_CELL = 500;

  private final List<String> header;
  private final List<TableFault> faults = new ArrayList<>();

  private CsvTable(List<String> header) {
    this.header = header;
  }

  /** Reads all rows, or tells everything that is wrong. */
  static <T> List<T> read(String text, List<String> header, Function<Row, Optional<T>> reader) {
    CsvTable table = new CsvTable(header);
    List<T> rows = table.rows(text, reader);
    if (!table.faults.isEmpty()) {
      throw new TableException(table.faults);
    }
    return rows;
  }

  /** Reads a day of a cell. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(
          "expected a date such as 2025-12-22, seen " + text, notADay);
    }
  }

  private <T> List<T> rows(String text, Function<Row, Optional<T>> reader) {
    String[] lines = withoutMark(text).split("\r?\n", MOST_LINES + 2);
    List<T> rows = new ArrayList<>();
    if (lines.length > MOST_LINES + 1) {
      fault(MOST_LINES, "", "expected at most " + MOST_LINES + " lines");
    } else if (!cells(lines[0]).equals(Optional.of(header))) {
      fault(1, "", "expected the header " + String.join(",", header));
    } else {
      for (int i = 1; i < lines.length; i++) {
        if (!lines[i].isBlank()) {
          row(lines[i], i + 1).flatMap(reader).ifPresent(rows::add);
        }
      }
      if (lines.length < 2 || (rows.isEmpty() && faults.isEmpty())) {
        fault(1, "", "expected at least one row");
      }
    }
    return rows;
  }

  private Optional<Row> row(String line, int number) {
    Optional<List<String>> cells = cells(line);
    if (cells.isEmpty()) {
      fault(number, "", "a quotation mark is not closed or stands inside a cell");
      return Optional.empty();
    }
    if (cells.get().size() != header.size()) {
      fault(number, "", "expected " + header.size() + " cells, seen " + cells.get().size());
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String cell = cells.get().get(i).strip();
      if (cell.length() > LONGEST_CELL) {
        fault(number, header.get(i), "expected at most " + LONGEST_CELL + " characters");
        return Optional.empty();
      }
      named.put(header.get(i), cell);
    }
    return Optional.of(new Row(number, named));
  }

  // Some spreadsheets put a byte order mark before the first name.
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<List<String>> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDoubled =
          isQuoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (isDoubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return isQuoted ? Optional.empty() : Optional.of(List.copyOf(cells));
  }

  private void fault(int line, String column, String message) {
    faults.add(new TableFault(line, column, message));
  }

  /** One row; what cannot be read is noted and comes back empty. */
  final class Row {
    private final int line;
    private final Map<String, String> cells;

    private Row(int line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /** A cell as it stands, perhaps empty. */
    String text(String column) {
      return cells.getOrDefault(column, "");
    }

    /** A cell that must be filled, read by a type of ours. */
    <T> Optional<T> required(String column, Function<String, T> reader) {
      if (text(column).isEmpty()) {
        fault(column, "expected a value");
        return Optional.empty();
      }
      return optional(column, reader);
    }

    /** A cell that may be empty. */
    <T> Optional<T> optional(String column, Function<String, T> reader) {
      if (text(column).isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(reader.apply(text(column)));
      } catch (IllegalArgumentException complaint) {
        fault(column, String.valueOf(complaint.getMessage()));
        return Optional.empty();
      }
    }

    /** Notes a fault of this row. */
    void fault(String column, String message) {
      CsvTable.this.fault(line, column, message);
    }
  }
}
