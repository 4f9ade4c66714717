package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.aggregator.disclose.customer.Fixture.AS_OF;
import static org.cfptrace.aggregator.disclose.customer.Fixture.MAKER;
import static org.cfptrace.aggregator.disclose.customer.Fixture.PANEL;
import static org.cfptrace.aggregator.disclose.customer.Fixture.YEAR;
import static org.cfptrace.aggregator.disclose.customer.Fixture.at;
import static org.cfptrace.aggregator.disclose.customer.Fixture.codes;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.source;
import static org.cfptrace.aggregator.disclose.customer.Fixture.stamp;
import static org.cfptrace.footprint.EmissionAccount.BIOGENIC_UPTAKE;
import static org.cfptrace.footprint.EmissionAccount.END_OF_LIFE_CREDIT;
import static org.cfptrace.footprint.EmissionAccount.FOSSIL;
import static org.cfptrace.footprint.EmissionAccount.LAND_MANAGEMENT_REMOVALS;
import static org.cfptrace.footprint.Stage.DISTRIBUTION;
import static org.cfptrace.footprint.Stage.END_OF_LIFE;
import static org.cfptrace.footprint.Stage.MAIN;
import static org.cfptrace.footprint.Stage.MAIN_PRODUCTION;
import static org.cfptrace.footprint.Stage.PRE;
import static org.cfptrace.footprint.Stage.PRODUCTION;
import static org.cfptrace.footprint.Stage.RAW_MATERIAL;
import static org.cfptrace.footprint.Stage.UNSPLIT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.customer.Fixture.Product;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Body;
import org.junit.jupiter.api.Test;

class OuranosTargetTest {
  private static final String OPTIONS =
      "{\"supportPartsName\": \"左\", \"plantName\": \"第一工場\", \"openPlantId\":"
          + " \"1234567890123000001\"}";

  /** The tutorial: own pre 3.0 and main 20.0, and two of a part with pre 1.5 and main 10.0. */
  private static Product tutorial() {
    Emissions own = at(PRE, FOSSIL, "3").and(MAIN, FOSSIL, KgCo2e.of("20"));
    Emissions parts = at(PRE, FOSSIL, "3").plus(at(MAIN, FOSSIL, "20"));
    return panel()
        .emissions(StageProfile.OURANOS, own, own.plus(parts))
        .data(
            Optional.empty(),
            Optional.of(
                new DataQuality(
                    QualityScale.ONE_TO_FIVE,
                    Map.of(
                        PRE, Representativeness.of("1", "2", "3"),
                        MAIN, Representativeness.of("1.234561", "1", "1")))));
  }

  @Test
  void theTutorialGivesSixAndFortyAndFortySix() {
    List<String> row = table(files(tutorial()).get(1)).get(1);

    assertThat(row)
        .containsExactly(
            "ドアパネル DP-100",
            "左",
            "第一工場",
            "1234567890123000001",
            PANEL.bareUuid(),
            "46",
            "6",
            "3",
            "3",
            "40",
            "20",
            "20",
            "kgCO2e/unit",
            "2",
            "1",
            "2",
            "3",
            "1.07819",
            "1.23457",
            "1",
            "1");
  }

  @Test
  void fourRecordsInTheOrderOfTheInterfaceWithNullWritten() {
    assertThat(Fixture.json(files(tutorial()).get(0)).toString())
        .isEqualTo(
            "["
                + record("preProduction", "3", "preProcessing", "\"TeR\":1,\"GeR\":3,\"TiR\":2")
                + ","
                + record(
                    "mainProduction", "20", "mainProcessing", "\"TeR\":1.23457,\"GeR\":1,\"TiR\":1")
                + ","
                + record("preComponent", "3", "preProcessing", "\"TeR\":1,\"GeR\":3,\"TiR\":2")
                + ","
                + record(
                    "mainComponent", "20", "mainProcessing", "\"TeR\":1.23457,\"GeR\":1,\"TiR\":1")
                + "]");
  }

  private static String record(String type, String emission, String dqr, String rating) {
    return "{\"cfpId\":null,\"traceId\":\"6f0e0f7c-3b52-4c3c-9d5b-2f1f6a1f0001\","
        + "\"ghgEmission\":"
        + emission
        + ",\"ghgDeclaredUnit\":\"kgCO2e/unit\",\"cfpType\":\""
        + type
        + "\",\"dqrType\":\""
        + dqr
        + "\",\"dqrValue\":{"
        + rating
        + "}}";
  }

  @Test
  void theSixthDecimalGoesUpInEachRecord() {
    Emissions own = at(PRE, FOSSIL, "0.123451").plus(at(MAIN, FOSSIL, "0.000000001"));
    Emissions total = own.plus(at(PRE, FOSSIL, "1.00001")).plus(at(MAIN, FOSSIL, "2.9999999"));
    JsonNode records =
        Fixture.json(files(panel().emissions(StageProfile.OURANOS, own, total)).get(0));

    assertThat(emissions(records)).containsExactly("0.12346", "0.00001", "1.00001", "3");
  }

  @Test
  void aBatteryPartsFirstTwoStagesAreTheTwoProcesses() {
    Emissions own = at(MAIN_PRODUCTION, FOSSIL, "5");
    Emissions total = own.plus(at(RAW_MATERIAL, FOSSIL, "60.5"));
    JsonNode records =
        Fixture.json(files(panel().emissions(StageProfile.EU_BATTERY, own, total)).get(0));

    assertThat(emissions(records)).containsExactly("0", "5", "60.5", "0");
  }

  @Test
  void biogenicUptakeIsInNoneOfIt() {
    Emissions total = at(PRE, FOSSIL, "4").plus(at(PRE, BIOGENIC_UPTAKE, "-3"));
    var target = new OuranosTarget(panel().reader());

    assertThat(
            emissions(
                Fixture.json(
                    files(panel().emissions(StageProfile.OURANOS, Emissions.NONE, total)).get(0))))
        .containsExactly("0", "0", "4", "0");
    assertThat(target.shows()).isEqualTo(Shown.EXCL_BIOGENIC_UPTAKE);
  }

  @Test
  void whereNothingIsEmittedTheRatingIsNoughtAsOuranosHasIt() {
    Product product =
        tutorial().emissions(StageProfile.OURANOS, Emissions.NONE, at(MAIN, FOSSIL, "1"));
    JsonNode records = Fixture.json(files(product).get(0));

    assertThat(records.at("/0/dqrValue").toString()).isEqualTo("{\"TeR\":0,\"GeR\":0,\"TiR\":0}");
    assertThat(records.at("/1/dqrValue/TeR").decimalValue()).isEqualTo("1.23457");
  }

  @Test
  void aRatingThatIsNotKnownIsNullAndSaidToBe() {
    Product product = tutorial().data(Optional.empty(), Optional.empty());
    JsonNode records = Fixture.json(files(product).get(0));

    assertThat(records.at("/0/dqrValue").toString())
        .isEqualTo("{\"TeR\":null,\"GeR\":null,\"TiR\":null}");
    assertThat(codes(gather(product, OPTIONS))).containsExactly(Code.NOT_STATED, Code.NOT_STATED);
  }

  @Test
  void aRatingFromOneToThreeIsNotConverted() {
    Product product =
        tutorial()
            .data(
                Optional.empty(),
                Optional.of(
                    DataQuality.same(
                        QualityScale.ONE_TO_THREE, Representativeness.of("1", "2", "3"))));

    assertThat(gather(product, OPTIONS).findings())
        .extracting(Finding::detail)
        .allSatisfy(it -> assertThat(it).contains("does not convert"));
    assertThat(Fixture.json(files(product).get(0)).at("/0/dqrValue/TeR").isNull()).isTrue();
  }

  @Test
  void rowsTellThePartAndAllThatWasBoughtTogetherAndNobodysName() {
    Product product =
        tutorial()
            .sources(
                List.of(Fixture.source("SUPPLIER", "OK", at(PRE, FOSSIL, "3"), Optional.of("10"))));
    List<List<String>> table = table(files(product).get(2));

    assertThat(table.get(0)).isEqualTo(OuranosFiles.ROWS).hasSize(21);
    assertThat(table.get(1))
        .startsWith("1", "", "ドアパネル DP-100", "左", "第一工場", "1234567890123000001")
        .contains("株式会社サンプル部品", "1010001000006", "3", "20");
    assertThat(table.get(2))
        .startsWith("2", "", "部品由来（合計）")
        .endsWith("3", "20", "kgCO2e/unit", "", "", "", "", "", "");
    assertThat(table).hasSize(3);
    for (ExportFile file : files(product)) {
      assertThat(new String(file.bytes(), UTF_8))
          .doesNotContain(Fixture.SECRET_PART)
          .doesNotContain(Fixture.SECRET_SUPPLIER);
    }
  }

  @Test
  void aPartWithoutBoughtPartsIsTerminal() {
    Emissions own = at(PRE, FOSSIL, "3");
    List<List<String>> table =
        table(files(tutorial().emissions(StageProfile.OURANOS, own, own)).get(2));

    assertThat(table).hasSize(2);
    assertThat(table.get(1)).startsWith("1", "1");
  }

  @Test
  void theTablesBeginWithAByteOrderMarkAndTheirJapaneseHeads() {
    byte[] summary = files(tutorial()).get(1).bytes();

    assertThat(Arrays.copyOf(summary, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    assertThat(table(files(tutorial()).get(1)).get(0))
        .hasSize(21)
        .startsWith("部品項目", "補助項目", "事業所名")
        .endsWith("製造TeR", "製造TiR", "製造GeR");
  }

  @Test
  void theNoteSaysWhatTheFixedColumnsCannot() {
    Stamp overridden =
        new Stamp(
            "exp-0009",
            AS_OF,
            List.of(new Finding(Code.RECALLED_INPUT, "body/frame", "")),
            Optional.of(new Stamp.Overridden("確認済み", "officer")),
            Optional.empty());
    OuranosFacts facts = gather(tutorial(), OPTIONS).facts();
    String note =
        new String(
            new OuranosTarget(panel().reader()).files(facts, overridden).get(3).bytes(), UTF_8);

    assertThat(note)
        .isEqualTo(
            "出力番号 exp-0009、2026-05-01T03:04:05Z 時点の情報による。表示する合計：生物由来炭素吸収を除く排出量。"
                + "次の事項があるが出力した：RECALLED_INPUT (撤回された入力があります)。理由：確認済み\n"
                + "Export exp-0009, as known at 2026-05-01T03:04:05Z. Totals shown: emissions without"
                + " biogenic uptake. Issued although: RECALLED_INPUT (an input was recalled)."
                + " Reason given: 確認済み\n");
  }

  @Test
  void filesHaveNoFaultsAndTheSameBytesTwice() {
    var target = new OuranosTarget(panel().reader());
    OuranosFacts facts = gather(tutorial(), OPTIONS).facts();
    OuranosFacts kept = FactsJson.read(FactsJson.write(facts), OuranosFacts.class);

    assertThat(kept).isEqualTo(facts);
    assertThat(target.faults(facts, files(tutorial()))).isEmpty();
    for (int i = 0; i < OuranosTarget.FILES.size(); i++) {
      assertThat(target.files(kept, stamp()).get(i).bytes())
          .isEqualTo(target.files(facts, stamp()).get(i).bytes());
    }
  }

  @Test
  void spoiledFilesAreFound() {
    assertThat(
            faultsAfter(0, text -> text.replace("\"ghgEmission\" : 20,", "\"ghgEmission\" : 21,")))
        .contains("/1/ghgEmission: expected 20, seen 21");
    assertThat(
            faultsAfter(0, text -> text.replace("\"ghgEmission\" : 20,", "\"ghgEmission\" : -1,")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).startsWith("ouranos-cfp at /"));
    assertThat(
            faultsAfter(
                0, text -> text.replace("\"ghgEmission\" : 20,", "\"ghgEmission\" : 20.000001,")))
        .isNotEmpty();
    assertThat(faultsAfter(0, text -> text.replace("\"cfpId\" : null,", ""))).isNotEmpty();
    assertThat(faultsAfter(0, text -> text.replace("mainComponent", "preComponent"))).isNotEmpty();
    assertThat(faultsAfter(1, text -> text.replace(",46,", ",47,")))
        .containsExactly("ouranos-summary.csv column 6: expected 46, seen 47");
    assertThat(faultsAfter(1, text -> text.replace("製造GeR", "製造DQR")))
        .containsExactly("ouranos-summary.csv: expected the 21 columns and 1 rows");
    assertThat(faultsAfter(2, text -> text.replace("20,kgCO2e", "19,kgCO2e"))).hasSize(2);
    assertThat(faultsAfter(2, text -> text + "\"")).hasSize(1);
    assertThat(
            new OuranosTarget(panel().reader())
                .faults(gather(tutorial(), OPTIONS).facts(), List.of()))
        .hasSize(1);
  }

  @Test
  void aSplitThatWasNotGivenForbids() {
    Emissions total = at(PRE, FOSSIL, "3").plus(at(UNSPLIT, FOSSIL, "7"));
    Product unsplit = panel().emissions(StageProfile.OURANOS, Emissions.NONE, total);
    SourceFacts divided = source("SUPPLIER", "OK", at(PRE, FOSSIL, "3"), Optional.empty());
    SourceFacts whole = source("SUPPLIER", "OK", at(UNSPLIT, FOSSIL, "7"), Optional.empty());

    assertThat(withheld(unsplit.sources(List.of(divided, whole))))
        .containsExactly(
            new Finding(
                Code.SPLIT_WITHHELD,
                "line-1",
                Fixture.SECRET_PART
                    + " came without its split: OURANOS demands pre-processing and main production"
                    + " apart"));
    assertThat(withheld(unsplit.sources(List.of(divided))))
        .containsExactly(
            Finding.of(
                Code.SPLIT_WITHHELD,
                "OURANOS demands pre-processing and main production apart; 7 kg CO2e are in the"
                    + " stage unsplit"));
  }

  private static List<Finding> withheld(Product product) {
    return gather(product, OPTIONS).findings().stream()
        .filter(finding -> finding.code() == Code.SPLIT_WITHHELD)
        .toList();
  }

  @Test
  void aProfileThatHasNotTheTwoProcessesForbids() {
    assertThat(
            codes(
                gather(
                    panel()
                        .emissions(
                            StageProfile.CATENA_X, Emissions.NONE, at(PRODUCTION, FOSSIL, "1")),
                    OPTIONS)))
        .contains(Code.SPLIT_WITHHELD);
  }

  @Test
  void whatIsNotInTheTwoProcessesBlocksAndIsSaidInTheNote() {
    Emissions total =
        at(RAW_MATERIAL, FOSSIL, "3")
            .plus(at(DISTRIBUTION, FOSSIL, "0.1234567"))
            .plus(at(END_OF_LIFE, END_OF_LIFE_CREDIT, "-0.5"));
    Gathered<OuranosFacts> gathered =
        gather(panel().emissions(StageProfile.EU_BATTERY, Emissions.NONE, total), OPTIONS);

    assertThat(gathered.findings())
        .contains(
            Finding.of(
                Code.CUT_OFF_EXCEEDED,
                "OURANOS has two processes; in none of its records: distribution 0.1234567 kg CO2e,"
                    + " endOfLife -0.5 kg CO2e"));
    assertThat(Code.CUT_OFF_EXCEEDED.weight()).isEqualTo(Finding.Weight.BLOCKS);
    OuranosFacts kept = FactsJson.read(FactsJson.write(gathered.facts()), OuranosFacts.class);
    assertThat(kept).isEqualTo(gathered.facts());
    var target = new OuranosTarget(panel().reader());
    List<ExportFile> files = new ArrayList<>(target.files(kept, stamp()));
    assertThat(new String(files.get(3).bytes(), UTF_8))
        .contains(
            "次の段階の排出量は合計に含まれない：distribution 0.1234567 kgCO2e/unit, endOfLife -0.5 kgCO2e/unit。")
        .contains(
            "In none of these totals: distribution 0.1234567 kgCO2e/unit, endOfLife -0.5"
                + " kgCO2e/unit.");
    assertThat(target.faults(kept, files)).isEmpty();
    files.set(3, Fixture.spoiled(files.get(3), text -> text.replace("-0.5", "0")).get(0));
    assertThat(target.faults(kept, files))
        .containsExactly(
            "ouranos-note.txt does not say what is left out: distribution 0.1234567 kgCO2e/unit,"
                + " endOfLife -0.5 kgCO2e/unit");
  }

  @Test
  void aStageThatEmitsNothingBlocksNothing() {
    Emissions total = at(RAW_MATERIAL, FOSSIL, "3").plus(at(DISTRIBUTION, FOSSIL, "0"));

    assertThat(
            codes(
                gather(panel().emissions(StageProfile.EU_BATTERY, Emissions.NONE, total), OPTIONS)))
        .doesNotContain(Code.CUT_OFF_EXCEEDED);
  }

  @Test
  void aValueOuranosDoesNotTakeForbids() {
    Emissions large = at(PRE, FOSSIL, "99999.999991");
    Emissions negative = at(MAIN, LAND_MANAGEMENT_REMOVALS, "-1");

    assertThat(gather(tutorial().emissions(StageProfile.OURANOS, large, large), OPTIONS).findings())
        .contains(
            Finding.of(
                Code.VALUE_NOT_TAKEN,
                "preProduction: OURANOS takes 0 to 99999.99999, seen 99999.999991"));
    assertThat(
            codes(gather(tutorial().emissions(StageProfile.OURANOS, negative, negative), OPTIONS)))
        .contains(Code.VALUE_NOT_TAKEN);
  }

  @Test
  void aMicrogramThatRoundingLeftIsNoNegativeFigureOfParts() {
    Emissions own = at(PRE, FOSSIL, "3.000000001").plus(at(MAIN, FOSSIL, "1"));
    Emissions total = at(PRE, FOSSIL, "3").plus(at(MAIN, FOSSIL, "9"));
    Product product = tutorial().emissions(StageProfile.OURANOS, own, total);

    assertThat(gather(product, OPTIONS).findings()).isEmpty();
    assertThat(emissions(Fixture.json(files(product).get(0)))).containsExactly("3", "1", "0", "8");
    assertThat(
            codes(
                gather(
                    tutorial().emissions(StageProfile.OURANOS, own, at(PRE, FOSSIL, "2.9")),
                    OPTIONS)))
        .contains(Code.VALUE_NOT_TAKEN);
  }

  @Test
  void aUnitOuranosDoesNotKnowForbids() {
    assertThat(codes(gather(tutorial().unit(DeclaredUnit.HOUR, Optional.empty()), OPTIONS)))
        .contains(Code.UNIT_MISMATCH);
  }

  @Test
  void aPlantThatIsNotNamedWarns() {
    assertThat(codes(gather(tutorial(), "{}"))).containsExactly(Code.NOT_STATED);
  }

  @Test
  void optionsOfTheWrongFormAreRefusedTogether() {
    String bad =
        "{\"traceId\": \"urn:uuid:1\", \"cfpId\": \"7\", \"partsName\": \""
            + "あ".repeat(51)
            + "\", \"openPlantId\": \"工場一\"}";

    assertThat(catchThrowableOfType(Refused.class, () -> gather(tutorial(), bad)).errors())
        .extracting(error -> error.field())
        .containsExactly("traceId", "cfpId", "partsName", "openPlantId");
  }

  @Test
  void thePartMayHaveItsOwnIdsAtOuranos() {
    String options =
        "{\"traceId\": \"AAAAAAAA-1111-4111-8111-111111111111\","
            + " \"cfpId\": \"bbbbbbbb-1111-4111-8111-111111111111\", \"openPlantId\": \"a000001\"}";
    JsonNode record =
        Fixture.json(
                new OuranosTarget(panel().reader())
                    .files(gather(tutorial(), options).facts(), stamp())
                    .get(0))
            .get(3);

    assertThat(record.get("traceId").asText()).isEqualTo("aaaaaaaa-1111-4111-8111-111111111111");
    assertThat(record.get("cfpId").asText()).isEqualTo("bbbbbbbb-1111-4111-8111-111111111111");
  }

  private static List<String> faultsAfter(int file, UnaryOperator<String> spoil) {
    OuranosFacts facts = gather(tutorial(), OPTIONS).facts();
    var target = new OuranosTarget(panel().reader());
    List<ExportFile> files = new ArrayList<>(target.files(facts, stamp()));
    files.set(file, Fixture.spoiled(files.get(file), spoil).get(0));
    return target.faults(facts, files);
  }

  private static Gathered<OuranosFacts> gather(Product product, String options) {
    var target = new OuranosTarget(product.reader());
    var errors = new FieldErrors();
    var fields = Body.parse(options.getBytes(UTF_8)).fields(errors);
    OuranosOptions read = target.options(fields);
    fields.refuseOthers();
    errors.refuseIfAny();
    assertThat(FactsJson.read(FactsJson.write(read), target.optionsType())).isEqualTo(read);
    return target.gather(
        new Tenant(MAKER), new Subject<>(PANEL.toString(), Optional.empty(), YEAR, AS_OF, read));
  }

  private static List<ExportFile> files(Product product) {
    return new OuranosTarget(product.reader()).files(gather(product, OPTIONS).facts(), stamp());
  }

  private static List<String> emissions(JsonNode records) {
    List<String> emissions = new ArrayList<>();
    records.forEach(it -> emissions.add(it.get("ghgEmission").decimalValue().toPlainString()));
    return emissions;
  }

  /** A reader of our own: no field of these tables holds a comma or a quote. */
  private static List<List<String>> table(ExportFile file) {
    String text = new String(file.bytes(), UTF_8).substring(1);
    return Arrays.stream(text.split("\r\n")).map(row -> List.of(row.split(",", -1))).toList();
  }
}
