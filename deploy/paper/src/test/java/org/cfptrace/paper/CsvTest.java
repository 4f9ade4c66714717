package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void writesAByteOrderMarkAndLinesThatEndWithCrLf() {
    byte[] csv = Csv.write(List.of("品名", "CFP"), List.of(List.of("電池セル", "12.50")));

    assertThat(new String(csv, UTF_8)).isEqualTo("\uFEFF品名,CFP\r\n電池セル,12.50\r\n");
    assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void quotesCommasQuotesAndLineBreaksAndNothingElse() {
    byte[] csv =
        Csv.write(List.of("a", "b", "c", "d"), List.of(List.of("x,y", "5\"", "1\n2", " ")));

    assertThat(new String(csv, UTF_8))
        .isEqualTo("\uFEFFa,b,c,d\r\n\"x,y\",\"5\"\"\",\"1\n2\", \r\n");
  }

  @Test
  void aLoneEmptyFieldIsStillARow() {
    byte[] csv = Csv.write(List.of("only"), List.of(List.of(""), List.of("x")));

    assertThat(new String(csv, UTF_8)).isEqualTo("\uFEFFonly\r\n\"\"\r\nx\r\n");
    assertThat(Csv.read(csv)).containsExactly(List.of("only"), List.of(""), List.of("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+2",
        "+81 3",
        "-",
        "-1+cmd|x",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "-1e3",
        "-.5",
        "--1",
        "-1\n"
      })
  void whatBeginsLikeAFormulaGetsAnApostrophe(String text) {
    assertThat(Csv.read(Csv.write(List.of(text, "b"), List.of())))
        .containsExactly(List.of("'" + text, "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.004167", "-3", "0", "12.50", "a=1", "'", "-10000000000000000.25"})
  void aDecimalNumberAndOtherTextsStayAsTheyAre(String text) {
    assertThat(Csv.read(Csv.write(List.of("a"), List.of(List.of(text)))).get(1))
        .containsExactly(text);
  }

  @Test
  void refusesARowOfAnotherWidth() {
    List<List<String>> rows = List.of(List.of("1", "2"), List.of("3"));

    assertThatThrownBy(() -> Csv.write(List.of("a", "b"), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 2 columns, not [3]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,\"b|the quote at character 2 does not end",
        "a\"b|neither comma nor line end at character 1",
        "\"a\"b|neither comma nor line end at character 3"
      })
  void readingRefusesWhatIsNoCsv(String text, String message) {
    byte[] csv = text.getBytes(UTF_8);

    assertThatThrownBy(() -> Csv.read(csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void readingRefusesALoneLineFeedAndOtherCharsets() {
    assertThatThrownBy(() -> Csv.read("a\nb".getBytes(UTF_8)))
        .hasMessage("neither comma nor line end at character 1");
    assertThatThrownBy(() -> Csv.read("é".getBytes(ISO_8859_1))).hasMessage("no UTF-8");
  }

  @Test
  void readsAFileWithoutByteOrderMarkAndWithoutLastLineEnd() {
    assertThat(Csv.read("a,b\r\n1,".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", ""));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      int columns = 1 + random.nextInt(4);
      List<List<String>> rows =
          IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> row(random, columns)).toList();

      byte[] csv = Csv.write(rows.get(0), rows.subList(1, rows.size()));

      assertThat(Csv.read(csv)).as("seed %d", seed).isEqualTo(rows);
    }
  }

  /** Begins with a letter: nothing here looks like a formula. */
  private static List<String> row(Random random, int columns) {
    String signs = "ab,\"\r\n\t =+-@'鋼電\uFEFF";
    return IntStream.range(0, columns)
        .mapToObj(
            c ->
                random
                    .ints(random.nextInt(6), 0, signs.length())
                    .mapToObj(i -> signs.substring(i, i + 1))
                    .reduce(random.nextInt(4) == 0 ? "" : "x", String::concat))
        .map(text -> text.startsWith("x") ? text : "")
        .toList();
  }
}
