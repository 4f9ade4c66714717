package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Day;
import org.cfptrace.paper.Workbook.Number;
import org.cfptrace.paper.Workbook.Sheet;
import org.cfptrace.paper.Workbook.Text;
import org.cfptrace.paper.Workbook.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTest {
  private static final Instant AS_OF = Instant.parse("2026-11-27T06:20:30Z");

  private static final Workbook PARTS =
      new Workbook(
          "部品一覧 Parts",
          List.of(
              new Sheet(
                  "部品 parts",
                  List.of(
                      List.of(new Title("品名 Name"), new Title("kg CO2e"), new Title("from")),
                      List.of(
                          Cell.of("電池セル 髙﨑 𠮷野 β"),
                          Cell.of(new BigDecimal("-0.004167"), 6),
                          new Day(LocalDate.of(2026, 4, 1))),
                      List.of(),
                      List.of(Cell.of("=1+2"), Cell.of(new BigDecimal("12.50"), 2)))),
              new Sheet("readme", List.of(List.of(Cell.of("two\nlines")))),
              new Sheet("nothing", List.of())));

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(Xlsx.read(Xlsx.write(PARTS, AS_OF))).isEqualTo(PARTS);
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 2, 12.50",
    "0.0041666667, 6, 0.004167",
    "-0.0000005, 6, -0.000001",
    "2.5, 0, 3",
    "999999999999999, 0, 999999999999999",
    "0.123456789012345, 15, 0.123456789012345",
    "0, 3, 0.000"
  })
  void aNumberIsANumberWithTheDecimalsShown(BigDecimal value, int decimals, String shown)
      throws IOException {
    try (var book = opened(oneCell(Cell.of(value, decimals)))) {
      XSSFCell cell = book.getSheetAt(0).getRow(0).getCell(0);

      assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(cell.getRawValue()).isEqualTo(shown);
      assertThat(cell.getNumericCellValue()).isEqualTo(Double.parseDouble(shown));
      assertThat(new DataFormatter(Locale.ROOT).formatCellValue(cell)).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890123456, 0, 1234567890123456",
    "1234567890.123456, 6, 1234567890.123456",
    "0.0000000000000000000000000000001, 31, 0.0000000000000000000000000000001"
  })
  void aNumberThatASpreadsheetWouldFalsifyStandsAsText(BigDecimal value, int decimals, String shown)
      throws IOException {
    Workbook workbook = oneCell(Cell.of(value, decimals));
    try (var book = opened(workbook)) {
      XSSFCell cell = book.getSheetAt(0).getRow(0).getCell(0);

      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(shown);
    }
    assertThat(Xlsx.read(Xlsx.write(workbook, AS_OF))).isEqualTo(workbook);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+81 3 1234", "-x", "@SUM(A1)", "=HYPERLINK(\"http://x\")"})
  void aTextLikeAFormulaStaysATextEvenWhenEdited(String text) throws IOException {
    try (var book = opened(oneCell(Cell.of(text)))) {
      XSSFCell cell = book.getSheetAt(0).getRow(0).getCell(0);

      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void aDayIsADay() throws IOException {
    for (String day : List.of("1900-03-01", "2026-11-27", "2028-02-29", "9999-12-31")) {
      try (var book = opened(oneCell(new Day(LocalDate.parse(day))))) {
        XSSFCell cell = book.getSheetAt(0).getRow(0).getCell(0);

        assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(day);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-02-28", "1867-11-09", "+10000-01-01"})
  void aDayThatASpreadsheetDoesNotKnowStandsAsText(String day) {
    assertThat(Xlsx.read(Xlsx.write(oneCell(new Day(LocalDate.parse(day))), AS_OF)))
        .isEqualTo(oneCell(Cell.of(day)));
  }

  @Test
  void titlesAreBoldAndARowOfThemIsFrozen() throws IOException {
    try (var book = opened(PARTS)) {
      XSSFSheet parts = book.getSheet("部品 parts");

      assertThat(parts.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      assertThat(parts.getRow(1).getCell(0).getCellStyle().getFont().getBold()).isFalse();
      assertThat(parts.getPaneInformation().isFreezePane()).isTrue();
      assertThat(parts.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(book.getSheet("readme").getPaneInformation()).isNull();
    }
  }

  @Test
  void columnsAreAsWideAsTheirContentWithinBounds() throws IOException {
    var sheet =
        new Sheet(
            "s",
            List.of(
                List.of(
                    Cell.of("a"),
                    Cell.of("0123456789\nabc"),
                    Cell.of("電池セル"),
                    Cell.of("x".repeat(99)))));
    try (var book = opened(new Workbook("", List.of(sheet)))) {
      assertThat(IntStream.range(0, 4).map(c -> book.getSheetAt(0).getColumnWidth(c) / 256))
          .containsExactly(8, 12, 10, 60);
    }
  }

  @Test
  void signsThatXmlCannotSayFallOutAndEscapesStayLiteral() {
    assertThat(readBack("a\u0000b\u001Fc\td\r\ne\rf")).isEqualTo("abc\td\ne\nf");
    assertThat(readBack("_x0041_ _x000D_")).isEqualTo("_x0041_ _x000D_");
    assertThat(readBack("x\uD800y\uFFFEz")).isEqualTo("x\uFFFDy\uFFFDz");
    assertThat(readBack(" <&>\"' ")).isEqualTo(" <&>\"' ");
  }

  private static String readBack(String text) {
    Workbook read = Xlsx.read(Xlsx.write(oneCell(Cell.of(text)), AS_OF));
    return ((Text) read.sheets().get(0).rows().get(0).get(0)).text();
  }

  @Test
  void noOtherMomentThanAsOfIsInIt() throws IOException {
    byte[] bytes = Xlsx.write(PARTS, AS_OF);

    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var properties = book.getProperties().getCoreProperties();
      assertThat(properties.getCreated()).isEqualTo(Date.from(AS_OF));
      assertThat(properties.getModified()).isEqualTo(Date.from(AS_OF));
      assertThat(properties.getTitle()).isEqualTo("部品一覧 Parts");
    }
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        assertThat(part.getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 11, 27, 6, 20, 30));
        assertThat(part.getMethod()).isEqualTo(ZipEntry.STORED);
      }
    }
  }

  @Test
  void theSameBytesInEveryTimeZoneAndLanguageAndAtEveryTime() throws InterruptedException {
    byte[] first = Xlsx.write(PARTS, AS_OF);
    TimeZone before = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      // Times in properties and ZIP entries are told to a second or two.
      Thread.sleep(2_100);
      assertThat(Xlsx.write(PARTS, AS_OF)).isEqualTo(first);
    } finally {
      TimeZone.setDefault(before);
      Locale.setDefault(language);
    }
    assertThat(Xlsx.write(PARTS, AS_OF.plusSeconds(2))).isNotEqualTo(first);
  }

  /**
   * Changes only where what is printed is meant to change, or with another version of a library.
   */
  @Test
  void theBytesAreTheSameOnEveryMachine() throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Xlsx.write(PARTS, AS_OF));

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("74e2a8626430fc441598eb5df2e121de12bd8cdbe2471558a5ef809a91d035fc");
  }

  @Test
  void refusesTwoSheetsOfOneNameAndNamesThatNoSheetBears() {
    var twice = new Workbook("", List.of(new Sheet("a", List.of()), new Sheet("A", List.of())));

    assertThatThrownBy(() -> Xlsx.write(twice, AS_OF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already contains a sheet named 'A'");
    assertThatThrownBy(() -> new Sheet("a/b", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sheet("x".repeat(32), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingRefusesWhatIsNoWorkbook() throws IOException {
    assertThatThrownBy(() -> Xlsx.read("no zip".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Xlsx.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    var otherZip = new ByteArrayOutputStream();
    try (var zip = new StoredZip(otherZip, AS_OF)) {
      zip.add("a.txt", new byte[1]);
    }
    assertThatThrownBy(() -> Xlsx.read(otherZip.toByteArray()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFormulaOfAnotherHandIsReadAsItsText() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new XSSFWorkbook()) {
      var row = book.createSheet("s").createRow(0);
      row.createCell(0).setCellFormula("SUM(1,2)");
      row.createCell(1).setCellValue(1.25);
      book.write(out);
    }

    assertThat(Xlsx.read(out.toByteArray()).sheets().get(0).rows())
        .containsExactly(List.of(Cell.of("=SUM(1,2)"), Cell.of(new BigDecimal("1.25"), 2)));
  }

  @Test
  void workbooksOfAllKindsAreReadBack() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int run = 0; run < 30; run++) {
      List<List<Cell>> rows = new ArrayList<>();
      for (int r = 0; r < 10; r++) {
        rows.add(IntStream.range(0, random.nextInt(5)).mapToObj(c -> anyCell(random)).toList());
      }
      rows.add(List.of(Cell.of("end")));
      var workbook = new Workbook("t" + run, List.of(new Sheet("s", rows)));

      assertThat(Xlsx.read(Xlsx.write(workbook, AS_OF))).as("seed %d", seed).isEqualTo(workbook);
    }
  }

  private static Cell anyCell(Random random) {
    int decimals = random.nextInt(20);
    return switch (random.nextInt(4)) {
      case 0 -> Cell.of("鋼" + random.nextInt());
      case 1 -> new Title("=" + random.nextInt());
      case 2 -> new Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
      default -> new Number(BigDecimal.valueOf(random.nextLong(), decimals), decimals);
    };
  }

  private static Workbook oneCell(Cell cell) {
    return new Workbook("t", List.of(new Sheet("s", List.of(List.of(cell)))));
  }

  private static XSSFWorkbook opened(Workbook workbook) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(Xlsx.write(workbook, AS_OF)));
  }
}
