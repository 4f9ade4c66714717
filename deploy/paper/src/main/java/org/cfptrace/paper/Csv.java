package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as CSV (RFC 4180): UTF-8 with a byte-order mark, so that Excel in Japan opens it; a text
 * that begins like a formula gets an apostrophe in front.
 */
public final class Csv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What a spreadsheet may take for the beginning of a formula; in Japan the wide forms too. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  private Csv() {}

  /** Writes a table; every row has the columns of the head. */
  public static byte[] write(List<String> head, List<List<String>> rows) {
    var out = new StringBuilder().append(BYTE_ORDER_MARK);
    line(head, out);
    for (List<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException("a row of " + head.size() + " columns, not " + row);
      }
      line(row, out);
    }
    return out.toString().getBytes(UTF_8);
  }

  private static void line(List<String> row, StringBuilder out) {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(quoted(harmless(row.get(i)), row.size() == 1));
    }
    out.append("\r\n");
  }

  /** An apostrophe in front of what begins like a formula and is no decimal number. */
  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !DECIMAL.matcher(text).matches() ? "'" + text : text;
  }

  /** A lone empty field is quoted as well: an empty line would be no row. */
  private static String quoted(String text, boolean alone) {
    boolean needed = QUOTED.matcher(text).find() || (alone && text.isEmpty());
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /**
   * Reads a table back, the head first; the apostrophe stays.
   *
   * @throws IllegalArgumentException for what is no UTF-8 or no RFC 4180
   */
  public static List<List<String>> read(byte[] csv) {
    String text = decoded(csv);
    var fields =
        new Fields(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    List<List<String>> rows = new ArrayList<>();
    while (!fields.atEnd()) {
      rows.add(fields.row());
    }
    return List.copyOf(rows);
  }

  private static String decoded(byte[] csv) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("no UTF-8", e);
    }
  }

  /** Walks over the text of a table. */
  private static final class Fields {
    private final String text;
    private int at;

    Fields(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at >= text.length();
    }

    List<String> row() {
      List<String> row = new ArrayList<>();
      row.add(field());
      while (!atEnd() && text.charAt(at) == ',') {
        at++;
        row.add(field());
      }
      if (!atEnd() && !text.startsWith("\r\n", at)) {
        throw new IllegalArgumentException("neither comma nor line end at character " + at);
      }
      at += 2;
      return List.copyOf(row);
    }

    private String field() {
      return !atEnd() && text.charAt(at) == '"' ? quotedField() : plainField();
    }

    private String plainField() {
      int from = at;
      while (!atEnd() && ",\"\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private String quotedField() {
      var field = new StringBuilder();
      int from = at;
      for (at++; !atEnd(); at++) {
        if (text.charAt(at) != '"') {
          field.append(text.charAt(at));
        } else if (text.startsWith("\"\"", at)) {
          field.append('"');
          at++;
        } else {
          at++;
          return field.toString();
        }
      }
      throw new IllegalArgumentException("the quote at character " + from + " does not end");
    }
  }
}
