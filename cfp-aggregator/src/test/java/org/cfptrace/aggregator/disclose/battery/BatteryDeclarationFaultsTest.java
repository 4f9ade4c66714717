package org.cfptrace.aggregator.disclose.battery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.junit.jupiter.api.Test;

/** Files of a declaration that were spoiled are found out, each by its own check. */
class BatteryDeclarationFaultsTest {
  private static final DeclarationFacts FACTS = BatteryDeclarationTest.FACTS;

  private final BatteryDeclaration declaration = BatteryDeclarationTest.declaration();
  private final List<ExportFile> files = declaration.files(FACTS, ABattery.stamp());

  @Test
  void filesAsTheyWereWrittenHaveNone() {
    assertThat(declaration.faults(FACTS, files)).isEmpty();
  }

  @Test
  void aFileThatIsMissingIsFound() {
    assertThat(declaration.faults(FACTS, files.subList(0, 1)))
        .containsExactly("expected declaration.pdf and declaration.json alone");
  }

  @Test
  void aFigureThatIsNotTheFactsIsFound() {
    assertThat(withJson("\"perKwh\" : \"0.116667\"", "\"perKwh\" : \"0.116668\""))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "declaration.json: stages[0].perKwh is \"0.116668\", expected"
                            + " \"0.116667\""));
  }

  @Test
  void aNameThatIsNotTheFactsIsFound() {
    assertThat(withJson("\"modelId\" : \"MODEL-1\"", "\"modelId\" : \"MODEL-2\""))
        .contains("declaration.json: battery.modelId is \"MODEL-2\", expected \"MODEL-1\"");
  }

  @Test
  void whatTheSchemaDoesNotAllowIsFound() {
    assertThat(withJson("\"0.158333\"", "0.158333"))
        .singleElement()
        .asString()
        .contains("/carbonFootprint/perKwh");
    assertThat(withJson("\"endOfLife\"", "\"usePhase\"")).isNotEmpty();
    assertThat(withJson("\"not-yet-defined\"", "\"A\""))
        .singleElement()
        .asString()
        .contains("/performanceClass/class");
    assertThat(withJson("\"https://example.com/study.pdf\"", "\"see our web site\"")).isNotEmpty();
  }

  @Test
  void aDocumentThatSaysSomethingElseThanTheDataIsFound() {
    DeclarationFacts other =
        new DeclarationFacts(ABattery.facts("5700", "4200", "1490", "160", "-150"), FACTS.stated());
    ExportFile otherPdf = declaration.files(other, ABattery.stamp()).get(0);

    assertThat(declaration.faults(FACTS, List.of(otherPdf, files.get(1))))
        .contains(
            "declaration.pdf does not print \"0.04166726.32\"",
            "declaration.pdf does not print \"0.0041672.63\"");
  }

  @Test
  void aDocumentWithoutAnOverrideThatTheDataHaveIsFound() {
    ExportFile data = declaration.files(FACTS, ABattery.overridden()).get(1);

    assertThat(declaration.faults(FACTS, List.of(files.get(0), data)))
        .contains(
            "declaration.pdf does not print \"MISSING_UPSTREAM\"",
            "declaration.pdf does not print \"officer@hamana\"");
  }

  @Test
  void aDocumentThatIsNoPdfIsFound() {
    ExportFile broken = new ExportFile("declaration.pdf", "application/pdf", new byte[] {1, 2});

    assertThat(declaration.faults(FACTS, List.of(broken, files.get(1)))).isNotEmpty();
  }

  @Test
  void stagesThatAreNotTheWholeAreFound() {
    DeclarationFacts torn =
        new DeclarationFacts(ABattery.facts("5701", "4200", "1500", "150", "-150"), FACTS.stated());

    assertThat(declaration.faults(torn, declaration.files(torn, ABattery.stamp())))
        .contains(
            "the stages add up to 5700 kg per battery, the total is 5701",
            "the stages as printed add up to 0.158334, the total as printed is 0.158361: more than"
                + " rounding");
  }

  /** 0.158334 against 0.158333: the published example itself is off in the last digit. */
  @Test
  void aLastDigitThatRoundingAccountsForIsNoFault() {
    BatteryFacts battery = FACTS.battery();

    assertThat(
            StageSum.faults(
                battery,
                List.of(
                    battery.perKwh(battery.stages().get(0).declared()).rounded(6),
                    battery.perKwh(battery.stages().get(1).declared()).rounded(6),
                    battery.perKwh(battery.stages().get(2).declared()).rounded(6),
                    battery.perKwh(battery.stages().get(3).declared()).rounded(6)),
                battery.perKwh(battery.declared()).rounded(6),
                6))
        .isEmpty();
  }

  @Test
  void signsThatNoFontHasDoNotStopADeclaration() {
    DeclarationFacts odd =
        new DeclarationFacts(
            ABattery.facts(),
            new DeclarationOptions(
                new Manufacturer(
                    Optional.of("Hamana 🔋 Denchi"),
                    Optional.empty(),
                    Optional.of("1 Ōdōri, 髙﨑市"),
                    Optional.of("https://hamana.example"),
                    Optional.empty(),
                    Optional.empty()),
                Optional.of("DoC-1"),
                Optional.of(ABattery.STUDY),
                Optional.empty(),
                Optional.of("A = 0.2; ".repeat(60).strip())));

    assertThat(declaration.faults(odd, declaration.files(odd, ABattery.stamp()))).isEmpty();
  }

  /** A selector of a sign's form, a name taken apart as macOS does, joiners, a soft hyphen. */
  @Test
  void namesAsPeopleInJapanWriteThemDoNotStopADeclaration() {
    for (String name :
        List.of(
            "葛\uDB40\uDD00城電池", "カ\u3099ス電池", "浜名\u200D電池", "Hama\u00ADna", "浜名🔋電池", "⽇本電池 日本")) {
      DeclarationFacts named = stating(name, "浜松市");

      assertThat(declaration.faults(named, declaration.files(named, ABattery.stamp())))
          .as(name)
          .isEmpty();
    }
    DeclarationFacts named = stating("葛\uDB40\uDD00城電池", "浜松市");
    assertThat(
            declaration.faults(
                named, List.of(files.get(0), declaration.files(named, ABattery.stamp()).get(1))))
        .contains("declaration.pdf does not print \"葛\uDB40\uDD00城電池\"");
  }

  /** The footer stands between its parts. */
  @Test
  void anAddressOverTheEndOfAPageDoesNotStopADeclaration() {
    DeclarationFacts broken = stating("浜名電池", "静岡県" + "\n".repeat(48) + "浜松市 1-2-3");

    assertThat(declaration.faults(broken, declaration.files(broken, ABattery.stamp()))).isEmpty();
  }

  private static DeclarationFacts stating(String name, String address) {
    return new DeclarationFacts(
        ABattery.facts(),
        new DeclarationOptions(
            new Manufacturer(
                Optional.of(name),
                Optional.empty(),
                Optional.of(address),
                Optional.of("https://hamana.example"),
                Optional.empty(),
                Optional.empty()),
            Optional.of("DoC-1"),
            Optional.of(ABattery.STUDY),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void whateverTheStagesTheFilesHold() {
    long seed = 20261127L;
    Random random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      String raw = random.nextInt(9_000_000) + "." + (100_000_000 + random.nextInt(899_999_999));
      String main = String.valueOf(random.nextInt(5_000));
      String way = "0." + (1 + random.nextInt(999_999_998));
      String end = "-" + random.nextInt(3_000) + ".5";
      String total =
          new BigDecimal(raw)
              .add(new BigDecimal(main))
              .add(new BigDecimal(way))
              .add(new BigDecimal(end))
              .toPlainString();
      DeclarationFacts facts =
          new DeclarationFacts(ABattery.facts(total, raw, main, way, end), FACTS.stated());

      assertThat(declaration.faults(facts, declaration.files(facts, ABattery.stamp())))
          .as("seed %d, round %d: %s %s %s %s", seed, round, raw, main, way, end)
          .isEmpty();
    }
  }

  private List<String> withJson(String there, String instead) {
    String json = new String(files.get(1).bytes(), UTF_8);
    assertThat(json).contains(there);
    ExportFile spoiled =
        new ExportFile(
            "declaration.json", "application/json", json.replace(there, instead).getBytes(UTF_8));
    return declaration.faults(FACTS, List.of(files.get(0), spoiled));
  }
}
