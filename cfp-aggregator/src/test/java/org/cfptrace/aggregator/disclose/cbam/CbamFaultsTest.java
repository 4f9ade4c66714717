package org.cfptrace.aggregator.disclose.cbam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.FULL;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.chain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Workbook.Cell;
import org.cfptrace.paper.Workbook.Sheet;
import org.cfptrace.paper.Xlsx;
import org.junit.jupiter.api.Test;

/**
 * Finished files are read back: whole ones have no fault, and each spoiled one has just its own.
 */
class CbamFaultsTest {
  private static final CbamTarget TARGET = AWorks.target(chain());
  private static final CbamFacts FACTS = AWorks.facts(chain(), FULL);
  private static final List<ExportFile> FILES = AWorks.files(chain(), FULL);

  @Test
  void wholeFilesHaveNoFault() {
    assertThat(TARGET.faults(FACTS, FILES)).isEmpty();
    for (var works :
        List.of(AWorks.furnaceWithPrecursors().build(), AWorks.furnaceWithDefault().build())) {
      assertThat(AWorks.target(works).faults(AWorks.facts(works, "{}"), AWorks.files(works, "{}")))
          .isEmpty();
    }
  }

  @Test
  void aResponseThatShouldNotBeThereIsFound() {
    assertThat(TARGET.faults(AWorks.facts(chain(), "{}"), FILES))
        .singleElement()
        .asString()
        .startsWith(
            "expected the files [operators-summary.json, operators-summary.xlsx,"
                + " operators-summary.pdf], seen ");
  }

  @Test
  void aMissingFileIsFound() {
    assertThat(TARGET.faults(FACTS, FILES.subList(0, 3)))
        .containsExactly(
            "expected the files [operators-summary.json, operators-summary.xlsx,"
                + " operators-summary.pdf, catena-x-cbam.json], seen [operators-summary.json,"
                + " operators-summary.xlsx, operators-summary.pdf]");
  }

  // ---- the sixteen items

  @Test
  void brokenJsonIsFound() {
    assertFault(
        json(SummaryJson.FILE, text -> text.substring(1)), "operators-summary.json is not JSON");
    assertFault(
        json(SummaryJson.FILE, text -> text.replaceFirst("\"items\"", "\"item\"")), "items");
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"1.77514\"", "1.77514")),
        "operators-summary.json",
        "specificDirect");
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"1.77514\"", "\"1.7751\"")),
        "operators-summary.json",
        "specificDirect");
  }

  @Test
  void anItemThatIsLeftOutOrEmptyIsFound() {
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"originOfPrecursors\"", "\"origins\"")),
        "originOfPrecursors");
    assertFault(
        json(
            SummaryJson.FILE,
            text -> text.replace("\"no measurable heat crosses the border of a process\"", "\"\"")),
        "measurableHeat/note");
  }

  @Test
  void aFigureThatIsNotTheFactIsFound() {
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"1.77514\"", "\"1.77515\"")),
        "operators-summary.json: specific direct of 72083600 of coil should be 1.77514, is 1.77515");
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"0.02775\"", "\"0.00000\"")),
        "specific indirect of 72083600 of coil should be 0.02775, is 0.00000");
    assertFault(
        json(SummaryJson.FILE, text -> text.replace("\"1842700.000\"", "\"1842700.001\"")),
        "total direct emissions should be 1842700.000, is 1842700.001");
    assertFault(
        json(
            SummaryJson.FILE,
            text -> text.replaceFirst("\"total\" : \"29000.000\"", "\"total\" : \"0.000\"")),
        "total indirect emissions should be 29000.000");
    assertFault(
        json(
            SummaryJson.FILE,
            text -> text.replaceFirst("\"status\" : \"STATED\"", "\"status\" : \"INCOMPLETE\"")),
        "status of item 1 should be STATED, is INCOMPLETE");
    assertFault(
        json(
            SummaryJson.FILE,
            text ->
                text.replace("\"periodEnd\" : \"2026-12-31\"", "\"periodEnd\" : \"2026-12-30\"")),
        "period should be 2026-12-31");
  }

  // ---- the workbook

  @Test
  void aWorkbookThatCannotBeReadIsFound() {
    assertFault(
        bytes(CbamFiles.XLSX, new byte[] {1, 2, 3}), "operators-summary.xlsx is no workbook");
  }

  @Test
  void aSheetOfAnotherNameIsFound() {
    assertFault(
        workbook(
            sheet ->
                sheet.name().equals(CommunicationSheet.NAME)
                    ? new Sheet("Summary_communication", sheet.rows())
                    : sheet),
        "expected the sheets [Readme, Summary_Communication");
  }

  @Test
  void aRowOfTheCommunicationThatIsNotTheFactIsFound() {
    assertFault(
        cell(CommunicationSheet.NAME, 4, CommunicationSheet.DIRECT, number("1.77513", 5)),
        "72083600 SEE (direct) should be 1.77514, is 1.77513");
    assertFault(
        cell(CommunicationSheet.NAME, 4, CommunicationSheet.DIRECT, Cell.of("1.77514")),
        "72083600 SEE (direct) should be 1.77514");
    assertFault(
        cell(CommunicationSheet.NAME, 4, CommunicationSheet.DIRECT, number("1.77514", 3)),
        "72083600 SEE (direct) should be 1.77514");
    assertFault(
        cell(CommunicationSheet.NAME, 3, CommunicationSheet.INDIRECT, number("0", 5)),
        "72071114 SEE (indirect) should be 0.02636");
    assertFault(
        cell(CommunicationSheet.NAME, 1, CommunicationSheet.TOTAL, number("0.24", 5)),
        "26011200 SEE (total) should be 0.26000");
    assertFault(
        cell(CommunicationSheet.NAME, 1, CommunicationSheet.SHARE, number("1", 5)),
        "26011200 share by default values should be 0.00000");
    assertFault(cell(CommunicationSheet.NAME, 0, 2, Cell.of("CN")), "expected the columns");
    assertFault(
        workbook(
            sheet ->
                sheet.name().equals(CommunicationSheet.NAME)
                    ? new Sheet(sheet.name(), sheet.rows().subList(0, 4))
                    : sheet),
        "expected a head and 4 goods");
  }

  @Test
  void anUnmarkedOrWrongEstimateAndAMissingItemAreFound() {
    assertFault(cell(EstimateSheet.NAME, 0, 0, Cell.of("Costs")), "is not marked as an estimate");
    assertFault(
        workbook(
            sheet ->
                sheet.name().equals(EstimateSheet.NAME)
                    ? new Sheet(sheet.name(), sheet.rows().subList(0, 7))
                    : sheet),
        "72083600 to be covered should be 0.97425");
    assertFault(
        workbook(
            sheet ->
                sheet.name().equals(SummaryWorkbook.ITEMS)
                    ? new Sheet(sheet.name(), sheet.rows().subList(0, 9))
                    : sheet),
        "expected the items");
  }

  // ---- the document

  @Test
  void aDocumentThatIsNoneOrLacksAFigureIsFound() {
    assertFault(bytes(CbamFiles.PDF, "%PDF-".getBytes(UTF_8)), "operators-summary.pdf");
    Document whole = SummaryDocument.of(FACTS, AWorks.stamp(AWorks.gathered(chain(), FULL)));
    List<Block> cut = whole.blocks().subList(0, whole.blocks().size() - 2);
    assertFault(
        bytes(
            CbamFiles.PDF,
            Pdf.write(new Document(whole.title(), whole.footer(), cut), AWorks.AS_OF)),
        "operators-summary.pdf does not say 16. Operator and installation of origin");
  }

  // ---- the response

  @Test
  void sumsOfMassesThatDoNotMatchAreFoundAtEachStep() {
    assertFault(
        response(text -> text.replaceFirst("\"netMass\" : 1045000", "\"netMass\" : 1045001")),
        "72083600: net masses of the records and installationNetMass should be equal: 1045001 and"
            + " 1045000");
    assertFault(
        response(
            text ->
                text.replaceFirst(
                    "\"operatorNetMass\" : 1045000", "\"operatorNetMass\" : 1045000.1")),
        "installationNetMass of all installations and operatorNetMass should be equal",
        "operatorNetMass of all operators and requestNetMass should be equal");
    assertFault(
        response(
            text -> text.replaceFirst("\"requestNetMass\" : 1045000", "\"requestNetMass\" : 1")),
        "operatorNetMass of all operators and requestNetMass should be equal: 1045000 and 1");
  }

  @Test
  void aPeriodInTwoCalendarYearsIsFound() {
    assertFault(
        response(
            text ->
                text.replaceFirst(
                    "\"requestReferencePeriodEnd\" : \"2026-12-31\"",
                    "\"requestReferencePeriodEnd\" : \"2027-03-31\"")),
        "26011200: the period 2026-01-01/2027-03-31 is not in one calendar year");
    assertFault(
        response(
            text ->
                text.replaceFirst(
                    "\"referencePeriodStart\" : \"2026-01-01\"",
                    "\"referencePeriodStart\" : \"2025-04-01\"")),
        "26011200: the period 2025-04-01/2026-12-31 is not in one calendar year");
  }

  @Test
  void indirectEmissionsThatAreNotElectricityTimesFactorAreFound() {
    assertFault(
        response(
            text ->
                text.replaceFirst(
                    "\"electricityConsumedMwhPerTonnesGood\" : 0.04000",
                    "\"electricityConsumedMwhPerTonnesGood\" : 0.05")),
        "26011200: indirect emissions should be 0.05 MWh/t x 0.50000 t CO2e/MWh, are 0.02000");
  }

  @Test
  void figuresOfTheResponseAreThoseOfTheFacts() {
    assertFault(
        response(text -> text.replace(": 1.77514", ": 1.7751")),
        "72083600: specific direct should be 1.77514, is 1.7751");
    assertFault(
        response(text -> text.replace(": 0.02775", ": 0")),
        "72083600: specific indirect should be 0.02775, is 0");
    assertFault(
        response(text -> text.replace("\"cnCode\" : \"72083600\"", "\"cnCode\" : \"7208360\"")),
        "catena-x-cbam.json",
        "cnCode");
  }

  private static void assertFault(List<ExportFile> files, String... expected) {
    List<String> faults = TARGET.faults(FACTS, files);
    assertThat(faults).isNotEmpty();
    for (String part : expected) {
      assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(part));
    }
  }

  private static List<ExportFile> response(UnaryOperator<String> spoil) {
    return json(CatenaXCbam.FILE, spoil);
  }

  private static List<ExportFile> json(String name, UnaryOperator<String> spoil) {
    String whole = new String(Reading.file(FILES, name).bytes(), UTF_8);
    String spoiled = spoil.apply(whole);
    assertThat(spoiled).as("the sample must be spoiled").isNotEqualTo(whole);
    return bytes(name, spoiled.getBytes(UTF_8));
  }

  private static List<ExportFile> cell(String sheet, int row, int column, Cell instead) {
    return workbook(
        it -> {
          if (!it.name().equals(sheet)) {
            return it;
          }
          List<List<Cell>> rows = new ArrayList<>(it.rows());
          List<Cell> cells = new ArrayList<>(rows.get(row));
          cells.set(column, instead);
          rows.set(row, cells);
          return new Sheet(it.name(), rows);
        });
  }

  private static List<ExportFile> workbook(UnaryOperator<Sheet> spoil) {
    Workbook whole = SummaryWorkbook.of(FACTS, AWorks.stamp(AWorks.gathered(chain(), FULL)));
    return bytes(
        CbamFiles.XLSX,
        Xlsx.write(
            new Workbook(whole.title(), whole.sheets().stream().map(spoil).toList()),
            AWorks.AS_OF));
  }

  private static List<ExportFile> bytes(String name, byte[] instead) {
    return FILES.stream()
        .map(
            file ->
                file.name().equals(name) ? new ExportFile(name, file.mediaType(), instead) : file)
        .toList();
  }

  private static Cell number(String value, int decimals) {
    return Cell.of(new BigDecimal(value), decimals);
  }
}
