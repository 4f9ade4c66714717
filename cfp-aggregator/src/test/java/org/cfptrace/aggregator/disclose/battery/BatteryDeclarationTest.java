package org.cfptrace.aggregator.disclose.battery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.GatherBattery;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.Test;

/** The declaration of the published example, read back from both files. */
class BatteryDeclarationTest {
  private static final DeclarationOptions STATED =
      new DeclarationOptions(
          new Manufacturer(
              Optional.empty(),
              Optional.of("HAMANA"),
              Optional.of("静岡県浜松市中央区 4-5-6"),
              Optional.of("https://hamana.example"),
              Optional.of("cfp@hamana.example"),
              Optional.of("OP-42")),
          Optional.of("DoC-2026-001"),
          Optional.of(ABattery.STUDY),
          Optional.of("Notified body 0000"),
          Optional.of("A = 0.2 metals, 0.5 plastics; B = 0"));
  static final DeclarationFacts FACTS = new DeclarationFacts(ABattery.facts(), STATED);

  private final BatteryDeclaration declaration = declaration();

  static BatteryDeclaration declaration() {
    return new BatteryDeclaration(new GatherBattery(World.footprints(), World.products()));
  }

  @Test
  void theWorkedNumbersAreInTheData() throws IOException {
    JsonNode json = json(FACTS);

    assertThat(json.at("/carbonFootprint/perKwh").textValue()).isEqualTo("0.158333");
    assertThat(json.at("/carbonFootprint/perBatteryKgCo2e").textValue()).isEqualTo("5700");
    assertThat(json.at("/carbonFootprint/perBatteryKgCo2eInclBiogenicUptake").textValue())
        .isEqualTo("5650.5");
    assertThat(json.at("/functionalUnit/energyDeliveredKwh").textValue()).isEqualTo("36000");
    assertThat(json.path("stages").findValuesAsText("stage"))
        .containsExactly("rawMaterial", "mainProduction", "distribution", "endOfLife");
    assertThat(json.path("stages").findValuesAsText("perKwh"))
        .containsExactly("0.116667", "0.041667", "0.004167", "-0.004167");
    assertThat(json.path("stages").findValuesAsText("sharePercent"))
        .containsExactly("73.68", "26.32", "2.63", "-2.63");
    assertThat(json.path("shows").textValue()).isEqualTo("EXCL_BIOGENIC_UPTAKE");
  }

  @Test
  void theWorkedNumbersAreInTheDocument() throws IOException {
    String text = pdf(FACTS);

    assertThat(text)
        .contains("0.158333")
        .contains("0.11666773.684200")
        .contains("0.04166726.321500")
        .contains("0.0041672.63150")
        .contains("-0.004167-2.63-150")
        .contains("36000kWh")
        .contains("75kWh");
  }

  @Test
  void everyPointOfTheArticleIsNamedAndFilled() throws IOException {
    String text = pdf(FACTS);

    for (char point = 'a'; point <= 'g'; point++) {
      assertThat(text).contains("Article7(1)(" + point + ")");
    }
    assertThat(text)
        .contains("浜名電池株式会社HamanaDenchi")
        .contains("静岡県浜松市中央区4-5-6")
        .contains("MODEL-1")
        .contains("車載用リチウムイオン電池B1")
        .contains("湖西工場")
        .contains("BPNA000000000001")
        .contains("DoC-2026-001")
        .contains("https://example.com/study.pdf");
  }

  @Test
  void aDraftMethodAndTheWantOfClassesAreSaid() throws IOException {
    assertThat(pdf(FACTS))
        .contains("Voluntary/draftmethod")
        .contains("notyetdefined")
        .contains("METHOD_DRAFT")
        .contains("CLASS_SCHEME_ABSENT")
        .contains("Ares(2024)3131389(draftact)")
        .contains("(GX)arepartofnofigure")
        .contains("maydiffer")
        .contains("exp-7f3a")
        .contains("2026-11-27T03:04:05Z");
    JsonNode json = json(FACTS);
    assertThat(json.at("/legalStatus/code").textValue()).isEqualTo("VOLUNTARY_DRAFT_METHOD");
    assertThat(json.at("/performanceClass/class").textValue()).isEqualTo("not-yet-defined");
    assertThat(json.path("findings").findValuesAsText("code"))
        .containsExactly("CLASS_SCHEME_ABSENT", "METHOD_DRAFT");
  }

  @Test
  void aClassAndADutyAreSaidWhereThereAreAny() throws IOException {
    BatteryFacts classified = ABattery.classified("A", "EU 2029/1", LocalDate.parse("2026-11-27"));
    DeclarationFacts facts = new DeclarationFacts(classified, STATED);

    assertThat(json(facts).at("/legalStatus/code").textValue()).isEqualTo("OBLIGATORY");
    assertThat(json(facts).at("/performanceClass/class").textValue()).isEqualTo("A");
    assertThat(pdf(facts)).contains("EU2029/1").contains("since2026-11-27");
    assertThat(faults(facts)).isEmpty();

    DeclarationFacts tomorrow =
        new DeclarationFacts(
            ABattery.classified("A", "EU 2029/1", LocalDate.parse("2026-11-28")), STATED);
    assertThat(json(tomorrow).at("/legalStatus/code").textValue())
        .isEqualTo("VOLUNTARY_UNTIL_ITS_DAY");
  }

  @Test
  void anOverrideAndItsReasonAreInBothFiles() throws IOException {
    List<ExportFile> files = declaration.files(FACTS, ABattery.overridden());

    String text = close(stripped(files.get(0).bytes()));
    assertThat(text)
        .contains("納期のため、回答前に提出する:willbecorrected")
        .contains("officer@hamana")
        .contains("MISSING_UPSTREAM:partofthefootprintismissing")
        .doesNotContain("body/box")
        .doesNotContain("notansweredyet");
    JsonNode json = new ObjectMapper().readTree(files.get(1).bytes());
    assertThat(new String(files.get(1).bytes(), UTF_8)).doesNotContain("body/box");
    assertThat(json.at("/override/by").textValue()).isEqualTo("officer@hamana");
    assertThat(json.path("supersedes").textValue()).isEqualTo("exp-7f3a");
    assertThat(declaration.faults(FACTS, files)).isEmpty();
  }

  @Test
  void whatNobodyStatedIsCalledSo() throws IOException {
    DeclarationFacts bare =
        new DeclarationFacts(
            ABattery.facts(),
            new DeclarationOptions(
                Manufacturer.NOT_STATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

    assertThat(bare.gaps())
        .extracting(DeclarationFacts.Gap::letter, DeclarationFacts.Gap::field)
        .containsExactly(
            tuple("a", "manufacturer.address"),
            tuple("a", "manufacturer.web"),
            tuple("f", "declarationOfConformity"),
            tuple("g", "study"));
    JsonNode json = json(bare);
    assertThat(json.path("notStated"))
        .extracting(JsonNode::textValue)
        .containsExactly("a", "f", "g");
    assertThat(json.has("study")).isFalse();
    assertThat(pdf(bare)).contains("Weblinknotstated").contains("Identificationnumbernotstated");
    assertThat(faults(bare)).isEmpty();
  }

  @Test
  void pointsFAndGForbidOnceTheLawObligesToThem() {
    World world = new World();
    assertThat(found(world, Manufacturer.NOT_STATED))
        .contains(
            tuple(Code.NOT_STATED, "declarationOfConformity"), tuple(Code.NOT_STATED, "study"))
        .doesNotContain(tuple(Code.REQUIRED_NOT_STATED, "study"));

    // Twelve months after the act: from the day of the export on.
    world.actInForce = Optional.of(LocalDate.parse("2025-11-27"));
    assertThat(found(world, Manufacturer.NOT_STATED))
        .contains(
            tuple(Code.NOT_STATED, "manufacturer.address"),
            tuple(Code.NOT_STATED, "manufacturer.web"),
            tuple(Code.REQUIRED_NOT_STATED, "declarationOfConformity"),
            tuple(Code.REQUIRED_NOT_STATED, "study"));

    world.actInForce = Optional.of(LocalDate.parse("2025-11-28"));
    assertThat(found(world, Manufacturer.NOT_STATED))
        .contains(tuple(Code.NOT_STATED, "study"))
        .doesNotContain(tuple(Code.REQUIRED_NOT_STATED, "study"));
  }

  @Test
  void anotherNameThanTheDirectorysIsSaid() {
    assertThat(found(new World(), called("別の電池株式会社")))
        .contains(tuple(Code.NAME_DIFFERS, "manufacturer.name"));
    for (Manufacturer same :
        List.of(
            Manufacturer.NOT_STATED,
            called("浜名電池株式会社 Hamana Denchi"),
            called("浜名電池\u200D株式会社 Hamana Denchi"))) {
      assertThat(found(new World(), same))
          .doesNotContain(tuple(Code.NAME_DIFFERS, "manufacturer.name"));
    }
  }

  private static Manufacturer called(String name) {
    return new Manufacturer(
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Codes and paths of what is found where nothing but this is stated. */
  private static List<Tuple> found(World world, Manufacturer manufacturer) {
    return new BatteryDeclaration(new GatherBattery(world.batteryFootprints(), world))
            .gather(
                World.MAKER,
                new Subject<>(
                    ABattery.PRODUCT.toString(),
                    Optional.empty(),
                    Period.ofYear(2025),
                    ABattery.AS_OF,
                    new DeclarationOptions(
                        manufacturer,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
            .findings()
            .stream()
            .map(it -> tuple(it.code(), it.path()))
            .toList();
  }

  @Test
  void theSameFactsAreTheSameBytes() {
    List<ExportFile> once = declaration.files(FACTS, ABattery.stamp());
    DeclarationFacts kept = FactsJson.read(FactsJson.write(FACTS), declaration.facts());
    List<ExportFile> again = declaration().files(kept, ABattery.stamp());

    assertThat(kept).isEqualTo(FACTS);
    assertThat(once)
        .extracting(ExportFile::name)
        .containsExactly("declaration.pdf", "declaration.json");
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
    }
    assertThat(declaration.shows()).isEqualTo(Shown.EXCL_BIOGENIC_UPTAKE);
  }

  private List<String> faults(DeclarationFacts facts) {
    return declaration.faults(facts, declaration.files(facts, ABattery.stamp()));
  }

  private JsonNode json(DeclarationFacts facts) throws IOException {
    byte[] bytes = declaration.files(facts, ABattery.stamp()).get(1).bytes();
    assertThat(new String(bytes, UTF_8)).doesNotContain("E-").doesNotContain("e+");
    return new ObjectMapper().readTree(bytes);
  }

  /** The text of the document without blanks. */
  private String pdf(DeclarationFacts facts) throws IOException {
    return close(stripped(declaration.files(facts, ABattery.stamp()).get(0).bytes()));
  }

  static String stripped(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static String close(String text) {
    return text.replaceAll("\\s+", "");
  }
}
