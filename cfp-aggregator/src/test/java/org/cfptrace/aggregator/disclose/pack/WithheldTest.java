package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.query.Trees.company;
import static org.cfptrace.aggregator.query.Trees.declaration;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** What an issuer's terms do not let go to an auditor is not in a pack, nor to be worked out. */
class WithheldTest {
  private static final DeclarationId PANEL = declaration("Panel");
  private static final DeclarationId SEAT = declaration("Seat");
  private static final String FOR_NOBODY = "head." + "~" + Packs.terms("") + "~";
  private static final String FOR_AGGREGATORS = "head." + "~" + Packs.terms("\"AGGREGATOR\"") + "~";

  /**
   * 10 of its own, two bodies of 7 (1 and three panels of 2), a part B of 8, five seats of a half:
   * 34.5.
   */
  private static Tree car(boolean ownIsKnown, boolean hasSeats) {
    Trees trees =
        new Trees()
            .declared(
                Trees.collected(Packs.ID, "bbbb", "部品 B", fossil(Stage.MAIN, "8"), Packs.OPENING))
            .declared("dddd", "Panel", fossil(Stage.PRE, "2"))
            .declared("eeee", "Seat", fossil(Stage.PRE, "0.5"))
            .made(
                "Body",
                ownIsKnown ? Optional.of(measured(fossil(Stage.MAIN, "1"))) : Optional.empty(),
                Optional.empty(),
                line("panel", "Panel", "3", Packs.from("dddd", "Panel")));
    List<StructureLine> lines = new ArrayList<>();
    lines.add(line("body", "Body", "2", new LineSupply.Own(product("Body"))));
    lines.add(line("part", "部品 B", "1", Packs.from("bbbb", "部品 B")));
    if (hasSeats) {
      lines.add(line("seat", "Seat", "5", Packs.from("eeee", "Seat")));
    }
    return trees
        .made(
            "Car",
            ownIsKnown ? Optional.of(measured(fossil(Stage.MAIN, "10"))) : Optional.empty(),
            Optional.empty(),
            lines.toArray(StructureLine[]::new))
        .tree("Car", Set.of());
  }

  private static List<SourceFacts> sources(boolean ownIsKnown, boolean hasSeats) {
    List<SourceFacts> sources = new ArrayList<>();
    sources.add(own("Car", ownIsKnown ? fossil(Stage.MAIN, "10") : Emissions.NONE));
    sources.add(own("Body", ownIsKnown ? fossil(Stage.MAIN, "2") : Emissions.NONE));
    sources.add(bought("Panel", "dddd", PANEL, fossil(Stage.PRE, "12")));
    sources.add(bought("部品 B", "bbbb", Packs.ID, fossil(Stage.MAIN, "8")));
    if (hasSeats) {
      sources.add(bought("Seat", "eeee", SEAT, fossil(Stage.PRE, "2.5")));
    }
    return sources;
  }

  private static SourceFacts own(String name, Emissions emissions) {
    return Packs.source(
        "OWN", name, Optional.empty(), Optional.empty(), "OK", "PRIMARY", emissions);
  }

  private static SourceFacts bought(
      String name, String supplier, DeclarationId id, Emissions emissions) {
    return Packs.source(
        "SUPPLIER", name, Optional.of(supplier), Optional.of(id), "OK", "PRIMARY", emissions);
  }

  private static AuditorsPack target(
      boolean ownIsKnown, ParticipantId makerOfPart, Map<DeclarationId, String> tokens) {
    boolean hasSeats = tokens.containsKey(SEAT);
    Tree tree = car(ownIsKnown, hasSeats);
    List<Evidence.Input> inputs = new ArrayList<>();
    inputs.add(Packs.input(PANEL, "as it was before", company("dddd")));
    inputs.add(Packs.input(Packs.ID, "as it was before", makerOfPart));
    if (hasSeats) {
      inputs.add(Packs.input(SEAT, "as it was before", company("eeee")));
    }
    return Packs.target(
        tree,
        1_000_000,
        new Gathered<>(
            Packs.facts(tree, sources(ownIsKnown, hasSeats)),
            Packs.evidence(inputs),
            List.of(),
            List.of(
                new Finding(Finding.Code.EXPIRED_INPUT, "line Panel", "Panel: EXPIRED"),
                new Finding(Finding.Code.EXPIRED_INPUT, "line 部品 B", "部品 B: EXPIRED"))),
        tokens);
  }

  /** Of panels, part and seats only the part may go to an auditor. */
  private static AuditorsPack twoWithheld() {
    return target(
        true,
        company("bbbb"),
        Map.of(PANEL, FOR_NOBODY, Packs.ID, Packs.TOKEN, SEAT, FOR_AGGREGATORS));
  }

  private static final class Made {
    final Gathered<PackFacts> gathered;
    final Map<String, String> files = new LinkedHashMap<>();

    Made(AuditorsPack target) {
      gathered = Packs.gathered(target);
      Stamp stamp =
          new Stamp("e", Trees.AS_OF, gathered.findings(), Optional.empty(), Optional.empty());
      List<ExportFile> made = target.files(gathered.facts(), stamp);
      made.forEach(it -> files.put(it.name(), new String(it.bytes(), UTF_8)));
      assertThat(target.faults(gathered.facts(), made)).isEmpty();
      assertThat(FactsJson.read(FactsJson.write(gathered.facts()), PackFacts.class))
          .isEqualTo(gathered.facts());
    }

    JsonNode lineage() {
      return JsonDocument.read(files.get("lineage.json").getBytes(UTF_8));
    }

    JsonNode node(String name) {
      for (JsonNode node : lineage().get("nodes")) {
        if (node.get("name").asText().equals(name)) {
          return node;
        }
      }
      throw new AssertionError(name);
    }

    List<String> rows(String start) {
      return files.get("data.csv").lines().filter(it -> it.startsWith(start)).toList();
    }
  }

  @Test
  void ofTwoThatAreWithheldTheSumAloneIsTold() {
    Made made = new Made(twoWithheld());

    assertThat(made.gathered.facts().split()).isEqualTo(Split.FOLDED);
    assertThat(made.files.keySet())
        .filteredOn(it -> it.endsWith(".jwt"))
        .containsExactly("evidence-0001.jwt", "directory-0001.jwt");
    assertThat(String.join("\n", made.files.values()) + made.gathered)
        .doesNotContain("Panel", "Seat", company("dddd").did(), company("eeee").did())
        .doesNotContain(product("Panel").toString(), product("Seat").toString());
    assertThat(made.rows("WITHHELD"))
        .hasSize(3)
        .anyMatch(
            it ->
                it.startsWith("WITHHELD,1,,,,withheld by its maker's terms,,,,,,OK,PRIMARY,true,,,")
                    && it.contains("," + PANEL + ",")
                    && it.contains(",ACTIVE,"))
        .anyMatch(
            it -> it.startsWith("WITHHELD,1,,,,other sources,,,,,,OK,PRIMARY,true,14.5,14.5,"));
    assertThat(made.rows("SUPPLIER")).singleElement().asString().contains(",true,8,8,");
    assertThat(made.node("other sources").at("/contribution/excl").asText()).isEqualTo("14.5");
    assertThat(made.node("Body").at("/perUnit/excl").asText()).isEqualTo("1");
    assertThat(made.node("Body").get("state").asText()).isEqualTo("PARTLY_WITHHELD");
    assertThat(made.node("部品 B").at("/contribution/excl").asText()).isEqualTo("8");
    assertThat(made.lineage().at("/exact/excl").asText()).isEqualTo("34.5");
    assertThat(made.files.get("lineage.json"))
        .doesNotContain("\"12\"", "\"2.5\"", "\"0.5\"", "\"7\"");
  }

  @Test
  void itIsNamedByItsIdWithTheReasonAndNothingElse() {
    Made made = new Made(twoWithheld());

    assertThat(made.files.get("evidence-README.txt"))
        .contains(
            "NOT HERE / 含まれない: " + PANEL + ", its issuer's terms do not let it go to an auditor");
    assertThat(made.gathered.findings())
        .containsExactly(
            Finding.of(
                Finding.Code.EXPIRED_INPUT, "a source that is withheld by its maker's terms"),
            new Finding(Finding.Code.EXPIRED_INPUT, "line 部品 B", "部品 B: EXPIRED"),
            notThere(PANEL, "its issuer's terms do not let it go to an auditor"),
            notThere(SEAT, "its issuer's terms do not let it go to an auditor"));
  }

  private static Finding notThere(DeclarationId id, String why) {
    return Finding.of(Finding.Code.NOT_STATED, "declaration " + id + " is not in the pack: " + why);
  }

  @Test
  void ofOneAloneNoSourcesPartIsToldForTheOthersWouldTellIt() {
    Made made =
        new Made(target(true, company("bbbb"), Map.of(PANEL, FOR_NOBODY, Packs.ID, Packs.TOKEN)));

    assertThat(made.gathered.facts().split()).isEqualTo(Split.LEFT_OUT);
    assertThat(made.rows("")).hasSize(6).noneMatch(it -> it.matches(".*,(true|false),-?[0-9].*"));
    for (JsonNode node : made.lineage().get("nodes")) {
      assertThat(node.has("contribution"))
          .as(node.toString())
          .isEqualTo(node.get("name").asText().equals("all sources"));
      assertThat(node.has("perUnit")).isEqualTo(node.get("kind").asText().equals("PRODUCT"));
      assertThat(node.has("own")).isFalse();
    }
    assertThat(made.node("all sources").at("/contribution/excl").asText()).isEqualTo("32");
    assertThat(made.files).containsKey("evidence-0001.jwt");
    assertThat(made.gathered.findings())
        .anyMatch(it -> it.detail().startsWith("what each source brings is left out"));
  }

  @Test
  void whereTheCompanyAddsNothingTheOthersDeclarationsStayOutToo() {
    Made made =
        new Made(target(false, company("bbbb"), Map.of(PANEL, FOR_NOBODY, Packs.ID, Packs.TOKEN)));

    assertThat(made.gathered.facts().tokens()).isEmpty();
    assertThat(made.gathered.findings())
        .contains(notThere(Packs.ID, "beside the total it would tell the figure that is withheld"));
  }

  @Test
  void whatTheCompanyHasDeclaredItselfGoesInWhateverItsTerms() {
    Map<DeclarationId, String> tokens = Map.of(PANEL, FOR_NOBODY, Packs.ID, Packs.TOKEN_FOR_NOBODY);

    assertThat(new Made(target(true, Trees.MAKER.participant(), tokens)).files)
        .containsEntry("evidence-0001.jwt", Packs.TOKEN_FOR_NOBODY);
    assertThat(new Made(target(true, company("bbbb"), tokens)).files)
        .doesNotContainKey("evidence-0001.jwt");
  }

  @Test
  void aDeclarationThatIsNotHereIsWithheldAsItsTermsAreNotKnown() {
    Made made = new Made(target(true, company("bbbb"), Map.of(Packs.ID, Packs.TOKEN)));

    assertThat(made.gathered.findings())
        .contains(notThere(PANEL, "its token is not here, so its terms are not known"));
    assertThat(made.files.get("data.csv")).doesNotContain("Panel");
  }

  @Test
  void theDigestIsOfTheBytesInThePackThoughMoreWasShownInBetween() {
    Made made = new Made(twoWithheld());

    assertThat(made.gathered.evidence().inputs().get(1))
        .isEqualTo(Packs.input(Packs.ID, Packs.TOKEN, company("bbbb")));
    assertThat(made.gathered.evidence()).isEqualTo(made.gathered.facts().evidence());
  }

  @Test
  void onlyTermsThatNameAuditorsLetItGoThere() {
    assertThat(Terms.letGoToAuditor(Packs.TOKEN)).isTrue();
    assertThat(Terms.letGoToAuditor(FOR_AGGREGATORS)).isFalse();
    assertThat(Terms.letGoToAuditor(Packs.TOKEN_FOR_NOBODY)).isFalse();
    assertThat(Terms.letGoToAuditor("head.~")).isFalse();
    assertThat(Terms.letGoToAuditor("head.~" + Packs.terms("\"AUDITOR\",\"ALL\"") + "~")).isFalse();
    assertThat(Terms.letGoToAuditor("head.~*~")).isFalse();
  }
}
