package org.cfptrace.aggregator.disclose.vehicle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Pdf;
import org.junit.jupiter.api.Test;

/** The files of a vehicle, read back by other means than they were written. */
class VehiclePartListTest {
  private static final VehiclePartList TARGET =
      Cars.target(() -> fail("files are made of facts alone"));

  private static Map<String, byte[]> files(
      VehicleFootprint vehicle, VehicleOptions options, Stamp stamp) {
    Map<String, byte[]> files = new TreeMap<>();
    TARGET
        .files(Cars.facts(vehicle, options), stamp)
        .forEach(it -> files.put(it.name(), it.bytes()));
    return files;
  }

  private static String csv(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    return text.substring(1);
  }

  private static List<String> lines(byte[] csv) {
    return List.of(csv(csv).split("\r\n", 0));
  }

  private static String pdf(byte[] bytes) {
    try (var document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int pages(byte[] bytes) throws IOException {
    try (var document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages();
    }
  }

  // ---- part-list.csv

  @Test
  void thePartListHasTheColumnsOfTheReference() {
    byte[] list = files(Cars.small(), Cars.OWNER, Cars.STAMP).get("part-list.csv");

    assertThat(lines(list).get(0))
        .isEqualTo(
            "level,path,part_id,part_name,supplier_id,plant_country,qty,qty_unit,mass_kg,"
                + "pcf_per_unit_kgco2e,pcf_contrib_incl_bio,pcf_contrib_excl_bio,stage,data_type,"
                + "pds_pct,dqr_te,dqr_ti,dqr_ge,dqr_scale,verif_type,verif_share_pct,pcf_id,"
                + "pcf_version,valid_from,valid_to,boundary,gwp_set,ef_source");
    assertThat(lines(list)).hasSize(4);
    assertThat(lines(list).get(3))
        .startsWith("2,Car/Pack/Cell,urn:uuid:")
        .contains(",1,piece,0.5,3,3,3,pre,PRIMARY,80,2,2,2,ONE_TO_FIVE,SIGNED,,")
        .endsWith(",,2025-01-01,2027-12-31,CRADLE_TO_GATE,AR6,");
  }

  @Test
  void aMissingPartHasNoNumberInTheListAndNoZero() {
    byte[] list = files(Cars.large(), Cars.OWNER, Cars.STAMP).get("part-list.csv");

    assertThat(lines(list))
        .filteredOn(it -> it.contains(",Glass,"))
        .singleElement()
        .asString()
        .contains(",4,piece,,,,,,MISSING,,");
  }

  @Test
  void aNameThatBeginsLikeAFormulaIsNoneAndJapaneseSurvives() {
    byte[] list = files(Cars.large(), Cars.OWNER, Cars.STAMP).get("part-list.csv");

    assertThat(csv(list)).contains(",'=Trim 木材,").doesNotContain(",=Trim");
  }

  // ---- summary.csv

  @Test
  void theSummaryHasEighteenKilogramsDividedAndWhatComesLaterApart() {
    byte[] summary = files(Cars.small(), Cars.OWNER, Cars.STAMP).get("summary.csv");

    assertThat(lines(summary))
        .containsExactly(
            "scope,kgco2e,share_pct",
            "cradle-to-gate,18,100",
            "cradle-to-gate/share/parts,3,16.666666667",
            "cradle-to-gate/share/without-supplier-data,0,0",
            "cradle-to-gate/share/inbound-logistics,0,0",
            "cradle-to-gate/share/own-plants,15,83.333333333",
            "cradle-to-gate/share/rounding,0,0",
            "cradle-to-gate/stage/pre,3,16.666666667",
            "cradle-to-gate/stage/main,15,83.333333333",
            "use,1000,",
            "eol,-2,");
  }

  @Test
  void anIncompleteTotalSaysSoInTheSummary() {
    byte[] summary = files(Cars.large(), Cars.OWNER, Cars.STAMP).get("summary.csv");

    assertThat(lines(summary).get(1)).startsWith("cradle-to-gate (incomplete),");
  }

  // ---- vehicle.xlsx

  @Test
  void theWorkbookHoldsNumbersAsNumbersAndAReadme() throws IOException {
    byte[] xlsx = files(Cars.large(), Cars.OWNER, Cars.stamp(1)).get("vehicle.xlsx");

    try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      Sheet parts = book.getSheet("Parts");
      Row trim = find(parts, 3, "=Trim 木材");
      assertThat(trim.getCell(11).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(trim.getCell(11).getNumericCellValue()).isEqualTo(4.5);
      assertThat(trim.getCell(10).getNumericCellValue()).isEqualTo(2.25);
      Row glass = find(parts, 3, "Glass");
      assertThat(text(glass.getCell(11))).isEmpty();
      assertThat(text(glass.getCell(28))).isEqualTo("ASKED");
      assertThat(text(book.getSheet("Readme")))
          .contains("rounded half up to 9 decimals")
          .contains("without biogenic uptake")
          .contains("for the vehicle's maker only")
          .contains("AR6")
          .contains("VEHICLE_PART_LIST 1")
          .contains("export-1")
          .contains("export-0")
          .contains("2026-03-01T00:00:00Z")
          .contains("MISSING_UPSTREAM")
          .contains("Car/Secret part 0")
          .contains("the customer waits")
          .contains("小型電気自動車");
    }
  }

  private static Row find(Sheet sheet, int column, String text) {
    for (Row row : sheet) {
      if (text(row.getCell(column)).equals(text)) {
        return row;
      }
    }
    throw new AssertionError("no row " + text);
  }

  private static String text(Cell cell) {
    return cell == null || cell.getCellType() == CellType.BLANK ? "" : cell.toString();
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }

  // ---- vehicle.pdf

  @Test
  void thePageSaysPerVehiclePerKilogramPerKilometreAndTheBattery() throws IOException {
    byte[] page = files(Cars.small(), Cars.OWNER, Cars.STAMP).get("vehicle.pdf");

    assertThat(pages(page)).isEqualTo(1);
    assertThat(pdf(page))
        .contains("18 kg CO2e")
        .contains("2 kg CO2e/kg")
        .contains("0.00009 kg CO2e/km")
        .contains("8 kg CO2e")
        .contains("Kei 軽 EV")
        .contains("use / 使用 1000; end of life / 廃棄 -2 kg CO2e")
        .doesNotContain("INCOMPLETE")
        .doesNotContain("1018");
  }

  @Test
  void whatDoesNotEndHasNineDigitsHalfUp() {
    VehicleFacts facts = Cars.facts(Cars.large(), Cars.OWNER);
    byte[] page = files(Cars.large(), Cars.OWNER, Cars.STAMP).get("vehicle.pdf");

    // 10 + 0.25 + 2 × (5 + 96 × 3 + 21 ÷ 0.9) + 4.5 + 21 ÷ 0.7 = 677.41666…, up to a microgram
    assertThat(facts.total().text()).isEqualTo("677.416666667");
    assertThat(pdf(page))
        .contains("677.416666667 kg CO2e")
        .contains("677.4")
        .contains("0.410555556 kg CO2e/kg")
        .contains("0.003387083 kg CO2e/km")
        .contains("INCOMPLETE");
  }

  @Test
  void manyWarningsStayOnOnePageAndAreAllInTheWorkbook() throws IOException {
    Map<String, byte[]> files = files(Cars.large(), Cars.OWNER, Cars.stamp(300));

    assertThat(pages(files.get("vehicle.pdf"))).isEqualTo(1);
    assertThat(pdf(files.get("vehicle.pdf")).replaceAll("\\s+", " "))
        .contains("and 299 more, all in vehicle.xlsx")
        .contains("the customer waits");
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(files.get("vehicle.xlsx")))) {
      assertThat(text(book.getSheet("Readme"))).contains("Car/Secret part 299");
    }
  }

  @Test
  void aLongReasonIsShortenedOnThePageAndStandsWholeInTheWorkbook() throws IOException {
    for (String reason :
        List.of("納期のため。".repeat(166) + "以上です", "because it is so ".repeat(62), "a\n".repeat(500))) {
      VehicleFacts facts = Cars.facts(Cars.large(), Cars.OWNER);
      Stamp stamp = overridden(Cars.STAMP, reason, "Sato");
      List<ExportFile> files = TARGET.files(facts, stamp);

      assertThat(pages(files.get(3).bytes())).isEqualTo(1);
      assertThat(pdf(files.get(3).bytes()).replaceAll("\\s+", " "))
          .contains("… (in full in vehicle.xlsx");
      assertThat(TARGET.faults(facts, files)).isEmpty();
      try (var book = new XSSFWorkbook(new ByteArrayInputStream(files.get(2).bytes()))) {
        assertThat(text(book.getSheet("Readme"))).contains(reason.strip());
      }
    }
  }

  /** As long as every text may be, in letters as wide as there are. */
  @Test
  void whateverIsSaidThePageIsOne() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Finding.Code code : Finding.Code.values()) {
      findings.add(new Finding(code, "長".repeat(200), "い".repeat(500)));
    }
    Stamp stamp =
        overridden(
            new Stamp(
                "e".repeat(64),
                Cars.STAMP.asOf(),
                findings,
                Optional.empty(),
                Optional.of("c".repeat(64))),
            "理".repeat(1000),
            "佐".repeat(200));
    for (VehicleOptions who : List.of(Cars.OWNER, Cars.CUSTOMER)) {
      VehicleFacts facts = wordy(Cars.facts(Cars.large("PANORAMA"), who));
      List<ExportFile> files = TARGET.files(facts, stamp);

      assertThat(pages(files.get(files.size() - 1).bytes())).isEqualTo(1);
      assertThat(TARGET.faults(facts, files)).isEmpty();
    }
  }

  private static VehicleFacts wordy(VehicleFacts it) {
    return new VehicleFacts(
        it.audience(),
        "社".repeat(200),
        it.traceId(),
        "車カ\u3099".repeat(85),
        Optional.of("説".repeat(500)),
        Collections.nCopies(200, "X".repeat(40)),
        Optional.of("場".repeat(100)),
        it.period(),
        it.massKilograms(),
        it.lifetimeKilometres(),
        it.basis(),
        it.known(),
        false,
        it.total(),
        it.inclBiogenicUptake(),
        it.stages(),
        it.estimatedShare(),
        it.primaryDataShare(),
        it.quality(),
        it.rating(),
        it.later(),
        it.inside());
  }

  private static Stamp overridden(Stamp stamp, String reason, String by) {
    return new Stamp(
        stamp.exportId(),
        stamp.asOf(),
        stamp.findings(),
        Optional.of(new Stamp.Overridden(reason, by)),
        stamp.supersedes());
  }

  @Test
  void aSecondPageIsFound() {
    VehicleFacts facts = Cars.facts(Cars.small(), Cars.OWNER);
    List<ExportFile> files = new ArrayList<>(TARGET.files(facts, Cars.STAMP));
    String said = pdf(files.get(3).bytes());
    byte[] longer =
        Pdf.write(
            new Document("t", "f", List.of(new Document.Paragraph(said + "\n".repeat(60)))),
            Cars.STAMP.asOf());
    files.set(3, new ExportFile("vehicle.pdf", "application/pdf", longer));

    assertThat(TARGET.faults(facts, files))
        .containsExactly("vehicle.pdf has 2 pages, expected one");
  }

  @Test
  void namesAsPeopleInJapanWriteThemAreNoFault() {
    for (String name :
        List.of("葛\uDB40\uDD00城号", "ヒ\u3099ート", "軽\u200D車", "Ke\u00ADi", "軽🚗", "⽇日")) {
      VehicleFacts facts = named(Cars.facts(Cars.large(), Cars.OWNER), name);

      assertThat(TARGET.faults(facts, TARGET.files(facts, Cars.STAMP))).as(name).isEmpty();
    }
  }

  private static VehicleFacts named(VehicleFacts it, String name) {
    return new VehicleFacts(
        it.audience(),
        it.company(),
        it.traceId(),
        name,
        it.description(),
        it.options(),
        it.plant(),
        it.period(),
        it.massKilograms(),
        it.lifetimeKilometres(),
        it.basis(),
        it.known(),
        it.complete(),
        it.total(),
        it.inclBiogenicUptake(),
        it.stages(),
        it.estimatedShare(),
        it.primaryDataShare(),
        it.quality(),
        it.rating(),
        it.later(),
        it.inside());
  }

  @Test
  void theChartHasTheTenLargestAndTheRest() {
    VehicleFacts facts = Cars.facts(Cars.ofTwelveParts(), Cars.OWNER);
    var bars = new VehiclePage(facts, Cars.STAMP, Detail.FULL).bars(facts.inside().orElseThrow());

    assertThat(bars.stream().map(it -> it.label() + " " + it.shown()))
        .containsExactly(
            "Car, own plants 22",
            "Part 12 12",
            "Part 11 11",
            "Part 10 10",
            "Part 9 9",
            "Part 8 8",
            "Part 7 7",
            "Part 6 6",
            "Part 5 5",
            "Part 4 4",
            "the rest (3) / その他 6");
    assertThat(bars.stream().map(it -> it.value()).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("100");
  }

  @Test
  void theChartIsReadBackFromThePage() throws IOException {
    String page = pdf(files(Cars.ofTwelveParts(), Cars.OWNER, Cars.STAMP).get("vehicle.pdf"));

    assertThat(page)
        .contains("100 kg CO2e")
        .contains("The 10 largest sources")
        .contains("Part 12")
        .contains("Part 4")
        .contains("the rest (3)")
        .doesNotContain("Part 3")
        .doesNotContain("Part 2");
  }

  // ---- for others

  @Test
  void aCustomerIsToldTheVehiclesOwnFiguresAndNoPart() throws IOException {
    Map<String, byte[]> files = files(Cars.large(), Cars.CUSTOMER, Cars.stamp(2));

    assertThat(files).containsOnlyKeys("summary.csv", "vehicle.xlsx", "vehicle.pdf");
    assertThat(csv(files.get("summary.csv"))).contains("/stage/main").doesNotContain("/share/");
    String page = pdf(files.get("vehicle.pdf"));
    StringBuilder book = new StringBuilder();
    try (var read = new XSSFWorkbook(new ByteArrayInputStream(files.get("vehicle.xlsx")))) {
      read.forEach(sheet -> book.append(text(sheet)));
    }
    assertThat(page + book)
        .contains("677.416666667")
        .contains("MISSING_UPSTREAM")
        .contains("No part list is in this export");
    for (String secret :
        List.of("Cell", "Pack", "Glass", "Sheet", "Trim", "Secret", "cellsaaa", "did:web", "576")) {
      assertThat(page).doesNotContain(secret);
      assertThat(book.toString()).doesNotContain(secret);
    }
  }

  // ---- the same bytes, and what faults finds

  @Test
  void theSameFactsAreTheSameBytes() {
    for (VehicleOptions options : List.of(Cars.OWNER, Cars.CUSTOMER)) {
      Map<String, byte[]> once = files(Cars.large(), options, Cars.stamp(3));
      Map<String, byte[]> again = files(Cars.large(), options, Cars.stamp(3));
      once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }
  }

  @Test
  void filesAsTheyWereMadeHaveNoFaults() {
    for (VehicleFootprint vehicle : List.of(Cars.small(), Cars.large(), Cars.large("PANORAMA"))) {
      for (VehicleOptions options : List.of(Cars.OWNER, Cars.CUSTOMER)) {
        VehicleFacts facts = Cars.facts(vehicle, options);
        assertThat(TARGET.faults(facts, TARGET.files(facts, Cars.stamp(2)))).isEmpty();
      }
    }
  }

  private static List<String> faultsOf(String file, UnaryOperator<String> spoil) {
    VehicleFacts facts = Cars.facts(Cars.large(), Cars.OWNER);
    List<ExportFile> files = new ArrayList<>();
    for (ExportFile each : TARGET.files(facts, Cars.STAMP)) {
      files.add(
          each.name().equals(file)
              ? new ExportFile(
                  file,
                  each.mediaType(),
                  spoil.apply(new String(each.bytes(), UTF_8)).getBytes(UTF_8))
              : each);
    }
    return TARGET.faults(facts, files);
  }

  @Test
  void aRowLeftOutIsFound() {
    assertThat(faultsOf("part-list.csv", it -> it.replaceFirst("(?m)^.*Glass.*\r\n", "")))
        .containsExactly("part-list.csv has 7 rows, there are 8");
  }

  @Test
  void aFigureThatIsAnotherIsFoundAndTheSumWithIt() {
    assertThat(faultsOf("part-list.csv", it -> it.replace(",576,576,", ",577,576,")))
        .hasSize(2)
        .anyMatch(it -> it.contains("pcf_contrib_incl_bio: expected \"576\", seen \"577\""))
        .anyMatch(it -> it.contains("with biogenic uptake is"));
  }

  @Test
  void aMissingPartThatPassesForZeroIsFound() {
    assertThat(faultsOf("part-list.csv", it -> it.replace(",,,,MISSING", ",0,0,,MISSING")))
        .anyMatch(it -> it.contains("what is missing has no number"));
  }

  @Test
  void otherColumnsAreFound() {
    assertThat(faultsOf("part-list.csv", it -> it.replace("dqr_te", "te")))
        .singleElement()
        .asString()
        .startsWith("part-list.csv has other columns");
  }

  @Test
  void aSummaryThatSaysCompleteIsFound() {
    assertThat(faultsOf("summary.csv", it -> it.replace(" (incomplete)", "")))
        .singleElement()
        .asString()
        .startsWith("summary.csv: expected");
  }

  @Test
  void whatCannotBeReadBackIsFound() {
    assertThat(faultsOf("vehicle.xlsx", it -> "nothing"))
        .singleElement()
        .asString()
        .startsWith("vehicle.xlsx cannot be read back");
    assertThat(faultsOf("vehicle.pdf", it -> "nothing"))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("vehicle.pdf"));
  }

  @Test
  void aWorkbookOrPageOfAnotherVehicleIsFound() {
    VehicleFacts facts = Cars.facts(Cars.large(), Cars.OWNER);
    List<ExportFile> other = TARGET.files(Cars.facts(Cars.small(), Cars.OWNER), Cars.STAMP);
    List<ExportFile> files = new ArrayList<>(TARGET.files(facts, Cars.STAMP).subList(0, 2));
    files.addAll(other.subList(2, 4));

    assertThat(TARGET.faults(facts, files))
        .anyMatch(it -> it.startsWith("vehicle.xlsx, Parts: expected"))
        .anyMatch(it -> it.startsWith("vehicle.xlsx, Summary: expected"))
        .contains("vehicle.pdf does not say \"677.416666667 kg CO2e\"")
        .contains("vehicle.pdf does not say \"INCOMPLETE\"");
  }

  @Test
  void aFileTooFewIsFound() {
    VehicleFacts facts = Cars.facts(Cars.small(), Cars.OWNER);

    assertThat(TARGET.faults(facts, TARGET.files(facts, Cars.STAMP).subList(1, 4)))
        .singleElement()
        .asString()
        .startsWith("expected the files [part-list.csv");
  }

  @Test
  void whereNothingIsKnownThereIsNoNumber() {
    Map<String, byte[]> files = files(Cars.unknown(), Cars.OWNER, Cars.STAMP);

    assertThat(lines(files.get("summary.csv")))
        .containsExactly(
            "scope,kgco2e,share_pct",
            "cradle-to-gate (incomplete),,",
            "cradle-to-gate/share/parts,,",
            "cradle-to-gate/share/without-supplier-data,0,",
            "cradle-to-gate/share/inbound-logistics,0,",
            "cradle-to-gate/share/own-plants,,",
            "use,1000,",
            "eol,-2,");
    assertThat(pdf(files.get("vehicle.pdf"))).contains("not known").doesNotContain("0 kg CO2e/kg");
  }
}
