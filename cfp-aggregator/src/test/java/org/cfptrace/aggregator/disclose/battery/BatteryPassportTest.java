package org.cfptrace.aggregator.disclose.battery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.GatherBattery;
import org.junit.jupiter.api.Test;

/** The passport's aspect and its attribute table, read back. */
class BatteryPassportTest {
  private static final PassportFacts FACTS = new PassportFacts(ABattery.facts(), ABattery.STUDY);
  private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");

  private final BatteryPassport passport =
      new BatteryPassport(new GatherBattery(World.footprints(), World.products()));
  private final List<ExportFile> files = passport.files(FACTS, ABattery.stamp());

  @Test
  void theAspectHasTheMembersOfTheModelAndNumbersInFull() throws IOException {
    JsonNode json = json(files.get(0).bytes());

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "batteryCarbonFootprint",
            "carbonFootprintPerLifecycleStage",
            "carbonFootprintPerformanceClass",
            "carbonFootprintStudy",
            "absoluteCarbonFootprint");
    assertThat(json.path("batteryCarbonFootprint").decimalValue())
        .isEqualByComparingTo("0.158333333333333333");
    assertThat(json.path("absoluteCarbonFootprint").decimalValue()).isEqualByComparingTo("5700");
    assertThat(json.path("carbonFootprintPerformanceClass").textValue())
        .isEqualTo("not-yet-defined");
    assertThat(json.path("carbonFootprintStudy").textValue()).isEqualTo(ABattery.STUDY);
    JsonNode stages = json.path("carbonFootprintPerLifecycleStage");
    assertThat(stages.findValuesAsText("lifecycleStage"))
        .containsExactly("RawMaterialExtraction", "MainProduction", "Distribution", "Recycling");
    assertThat(stages)
        .extracting(stage -> stage.path("carbonFootprint").decimalValue())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("0.116666666666666667"),
            new BigDecimal("0.041666666666666667"),
            new BigDecimal("0.004166666666666667"),
            new BigDecimal("-0.004166666666666667"));
  }

  /** 72 kg of 36,000 kWh are 0.002 exactly: nothing is added to digits that end. */
  @Test
  void digitsThatEndAreWrittenToTheirEnd() {
    PassportFacts round =
        new PassportFacts(ABattery.facts("72", "36", "36", "0", "0"), ABattery.STUDY);

    assertThat(new String(passport.files(round, ABattery.stamp()).get(0).bytes(), UTF_8))
        .contains("\"batteryCarbonFootprint\" : 0.002,")
        .contains("\"carbonFootprint\" : 0.001\n")
        .contains("\"carbonFootprint\" : 0\n");
  }

  @Test
  void theTableHasTheAttributesOfTheSpecification() {
    List<List<String>> table = rows(files.get(1).bytes());

    assertThat(table.get(0))
        .containsExactly(
            "clause",
            "attribute",
            "value",
            "unit",
            "obligation",
            "label",
            "access",
            "level",
            "note");
    assertThat(table.subList(1, 11))
        .extracting(row -> row.get(0) + " " + row.get(2) + " " + row.get(3) + " " + row.get(4))
        .containsExactly(
            "6.2.4 0.158333 kgCO2e/kWh M",
            "6.3.2 0.158333333333333333 kgCO2e/kWh M",
            "6.3.3 0.116666666666666667 kgCO2e/kWh M",
            "6.3.4 0.041666666666666667 kgCO2e/kWh M",
            "6.3.5 0.004166666666666667 kgCO2e/kWh M",
            "6.3.6 -0.004166666666666667 kgCO2e/kWh M",
            "6.3.7 not-yet-defined  M",
            "6.3.8 https://example.com/study.pdf  M",
            "6.3.9 6.1.2.2; 6.1.3.5; 6.1.2.4; 6.1.3.1; 6.2.7  M",
            "6.3.10 5.7 tCO2e R");
    assertThat(table.subList(1, 11)).allSatisfy(row -> assertThat(row.get(6)).isEqualTo("public"));
  }

  @Test
  void theTableSaysHowItsSourcesDiffer() {
    List<List<String>> table = rows(files.get(1).bytes());

    assertThat(table.get(3).get(8)).contains("longlist v1.2 has percent: 73.68 %");
    assertThat(table.get(10).get(8))
        .contains("tonnes, as in table 4")
        .contains("carbon-footprint.json says 5700 kg")
        .contains("types it Integer");
  }

  @Test
  void theTableEndsWithWhatIsToBeKnownOfTheExport() {
    List<List<String>> table = rows(passport.files(FACTS, ABattery.overridden()).get(1).bytes());

    assertThat(table.subList(11, table.size()))
        .allSatisfy(row -> assertThat(row.get(0)).isEmpty())
        .extracting(row -> row.get(1) + "=" + row.get(2))
        .contains(
            "export id=exp-8b21",
            "as of=2026-11-27T03:04:05Z",
            "total shown=EXCL_BIOGENIC_UPTAKE",
            "supersedes=exp-7f3a",
            "finding=MISSING_UPSTREAM: part of the footprint is missing",
            "override=Exported in spite of what blocks, by officer@hamana: 納期のため、回答前に提出する:"
                + " will be corrected");
  }

  @Test
  void aTableOpensInExcelWithItsJapaneseAndWithoutFormulas() {
    PassportFacts risky =
        new PassportFacts(
            ABattery.classified("=1+1", "案 2029", LocalDate.parse("2029-01-01")), ABattery.STUDY);
    List<ExportFile> written = passport.files(risky, ABattery.stamp());

    assertThat(written.get(1).bytes()).startsWith(0xEF, 0xBB, 0xBF);
    List<List<String>> table = rows(written.get(1).bytes());
    assertThat(table.get(7).get(2)).isEqualTo("'=1+1");
    assertThat(table.get(7).get(8)).isEqualTo("class scheme 案 2029");
    assertThat(passport.faults(risky, written)).isEmpty();
  }

  @Test
  void theSameFactsAreTheSameBytes() {
    PassportFacts kept = FactsJson.read(FactsJson.write(FACTS), passport.facts());
    List<ExportFile> again = passport.files(kept, ABattery.stamp());

    assertThat(kept).isEqualTo(FACTS);
    assertThat(again.get(0).bytes()).isEqualTo(files.get(0).bytes());
    assertThat(again.get(1).bytes()).isEqualTo(files.get(1).bytes());
  }

  @Test
  void filesAsTheyWereWrittenHaveNoFaults() {
    assertThat(passport.faults(FACTS, files)).isEmpty();
  }

  @Test
  void whatTheModelDoesNotAllowIsFound() {
    assertThat(spoiled(0, "\"Recycling\"", "\"UsePhase\"")).isNotEmpty();
    assertThat(spoiled(0, "0.158333333333333333", "\"0.158333333333333333\"")).isNotEmpty();
    assertThat(spoiled(0, "\"https://example.com/study.pdf\"", "\"not a link\"")).isNotEmpty();
  }

  @Test
  void aFigureThatIsNotTheFactsIsFound() {
    assertThat(spoiled(0, "0.116666666666666667", "0.126666666666666667"))
        .contains(
            "carbon-footprint.json: footprint of stage 0 is 0.126666666666666667, expected"
                + " 0.116666666666666667")
        .anySatisfy(fault -> assertThat(fault).contains("more than rounding"));
    assertThat(
            spoiled(
                1,
                "6.3.10,Absolute battery carbon footprint,5.7",
                "6.3.10,Absolute battery carbon footprint,5700"))
        .containsExactly("din-dke-spec-99100.csv: 6.3.10 is \"5700\", expected \"5.7\"");
    assertThat(spoiled(1, "tCO2e", "kgCO2e"))
        .containsExactly(
            "din-dke-spec-99100.csv: unit of 6.3.10 is \"kgCO2e\", expected \"tCO2e\"");
  }

  @Test
  void aTableOfOtherColumnsIsFound() {
    assertThat(spoiled(1, "obligation", "duty"))
        .singleElement()
        .asString()
        .contains("expected the columns");
    assertThat(passport.faults(FACTS, files.subList(1, 2))).hasSize(1);
  }

  private List<String> spoiled(int file, String there, String instead) {
    ExportFile whole = files.get(file);
    String text = new String(whole.bytes(), UTF_8);
    assertThat(text).contains(there);
    List<ExportFile> changed = new ArrayList<>(files);
    changed.set(
        file,
        new ExportFile(
            whole.name(), whole.mediaType(), text.replace(there, instead).getBytes(UTF_8)));
    return passport.faults(FACTS, changed);
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(bytes);
  }

  /** A reader of its own; no field of these tables holds a line end. */
  private static List<List<String>> rows(byte[] csv) {
    List<List<String>> rows = new ArrayList<>();
    String text = new String(csv, UTF_8).substring(1);
    for (String line : text.substring(0, text.length() - 2).split("\r\n", -1)) {
      List<String> row = new ArrayList<>();
      Matcher fields = FIELD.matcher(line);
      while (fields.find()) {
        row.add(fields.group(1) != null ? fields.group(1).replace("\"\"", "\"") : fields.group(2));
        if (fields.group(3).isEmpty()) {
          break;
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
