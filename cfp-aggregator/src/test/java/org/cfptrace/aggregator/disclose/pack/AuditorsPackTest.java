package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** An auditor's pack, read back by other means than it was written. */
class AuditorsPackTest {
  private static final AuditorsPack TARGET = Packs.target(Packs.car(), 1_000_000);

  private static Map<String, byte[]> files(Tree tree) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    TARGET.files(Packs.facts(tree), Packs.STAMP).forEach(it -> files.put(it.name(), it.bytes()));
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8);
  }

  private static Document xml(byte[] svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPackHoldsDataLineageMethodAndEvidence() {
    assertThat(files(Packs.car()))
        .containsOnlyKeys(
            "data.csv",
            "lineage.json",
            "lineage.svg",
            "method.txt",
            "evidence-README.txt",
            "evidence-0001.jwt",
            "evidence-0001.opening.json",
            "evidence-0001.proof.json",
            "evidence-0001.checkpoint.txt",
            "directory-0001.jwt");
  }

  // ---- data.csv

  @Test
  void everySourceHasItsEvidenceAndWhatIsMissingNoNumber() {
    List<String> lines =
        List.of(text(files(Packs.car()), "data.csv").substring(1).split("\r\n", 0));

    assertThat(lines.get(0))
        .isEqualTo(
            "kind,level,path,lines,part_id,part_name,supplier,plant,amount,unit,mass_kg,state,"
                + "origin,complete,excl_biogenic_uptake_kgco2e,incl_biogenic_uptake_kgco2e,pds_pct,"
                + "dqr_scale,dqr_ter_tir_ger,period_from,period_to,factor,declaration_id,sha256,"
                + "signer,algorithm,declaration_state,evidence,log_index,valid_until,evidence_file");
    assertThat(lines).hasSize(5);
    assertThat(lines.get(2))
        .contains(",OK,PRIMARY,true,8,8,")
        .contains("," + Packs.ID + ",")
        .endsWith(",ES256,ACTIVE,\"VERIFIED, LOGGED\",3,2027-12-31,evidence-0001.jwt");
    assertThat(lines.get(3)).contains(",'=Glass,").contains(",ASKED,NONE,false,,,");
    assertThat(lines.get(4)).startsWith("FACTOR_SET,,,,examples,\"worldsteel, 2021, GLOBAL\",");
  }

  // ---- lineage.json

  @Test
  void theLineageSaysWhereEachNumberComesFrom() throws IOException {
    JsonNode json = new ObjectMapper().readTree(files(Packs.car()).get("lineage.json"));

    assertThat(json.get("form").asText()).isEqualTo("cfp-lineage-1");
    assertThat(json.get("confidential").asText()).contains("FOR THE AUDITOR");
    assertThat(json.get("total").get("exclBiogenicUptake").asText()).isEqualTo("18");
    assertThat(json.get("total").get("complete").asBoolean()).isFalse();
    JsonNode part = json.get("nodes").get(1);
    assertThat(part.get("name").asText()).isEqualTo("部品 B");
    assertThat(part.get("declarationId").asText()).isEqualTo(Packs.ID.value());
    assertThat(json.get("edges").get(0).get("factor").asText()).isEqualTo("1/1");
    assertThat(json.get("edges").get(0).get("contribution").get("excl").asText()).isEqualTo("8");
    assertThat(json.get("inputs").get(0).get("file").asText()).isEqualTo("evidence-0001.jwt");
    assertThat(json.get("inputs").get(0).get("logIndex").asText()).isEqualTo("3");
  }

  // ---- lineage.svg

  @Test
  void theDrawingIsPlainAndItsTextsAreEscaped() {
    byte[] svg = files(Packs.car()).get("lineage.svg");
    String source = new String(svg, UTF_8);
    Document read = xml(svg);

    assertThat(source)
        .contains("&quot;&lt;Glass&gt;&quot; &amp; more")
        .doesNotContain("<Glass>")
        .doesNotContain("script")
        .doesNotContain("href")
        .doesNotContain("url(");
    assertThat(read.getDocumentElement().getTextContent())
        .contains("\"<Glass>\" & more")
        .contains("部品 B")
        .contains("18 kg CO2e")
        .contains("CONFIDENTIAL, FOR THE AUDITOR")
        .contains("監査のため")
        .contains("MISSING_UPSTREAM")
        .contains("export-1");
    assertThat(read.getElementsByTagName("g").getLength()).isEqualTo(3);
    assertThat(source).doesNotContain("not drawn");
  }

  @Test
  void aLargeGraphIsDrawnInPartAndSaysWhatWasLeftOut() {
    Tree tree = Packs.wide(100, 30);
    byte[] svg = files(tree).get("lineage.svg");
    Layout layout = new Layout(LineageOf.tree(tree));

    // the product, 100 assemblies, 100 parts, the bolt, 30 gaps
    assertThat(layout.leftOut()).hasSize(232 - layout.places().size());
    assertThat(layout.places()).hasSizeBetween(58, 60);
    assertThat(layout.places())
        .filteredOn(it -> it.node().kind() == Lineage.Kind.MISSING)
        .hasSizeBetween(15, 17);
    assertThat(xml(svg).getDocumentElement().getTextContent())
        .contains(layout.leftOut().size() + " of 232 nodes are not drawn; they bring ");
    assertThat(xml(svg).getElementsByTagName("g").getLength()).isEqualTo(layout.places().size());
  }

  @Test
  void aGraphOfAHundredThousandNodesIsLaidOutInSeconds() {
    Lineage.Node product = LineageOf.tree(Packs.car()).product();
    List<Lineage.Node> nodes = new ArrayList<>(List.of(product));
    List<Lineage.Edge> edges = new ArrayList<>();
    for (int i = 2; i <= 100_000; i++) {
      nodes.add(gap("n" + i));
      edges.add(
          new Lineage.Edge(
              "n" + i, product.id(), "l" + i, "1/1", Optional.empty(), Optional.empty()));
    }
    Lineage lineage = new Lineage(nodes, edges, Lineage.Amounts.NONE);

    Layout layout = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new Layout(lineage));

    assertThat(layout.places()).hasSize(Layout.MOST);
  }

  private static Lineage.Node gap(String id) {
    return new Lineage.Node(
        id,
        id.endsWith("7") ? Lineage.Kind.MISSING : Lineage.Kind.ESTIMATE,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ONE,
        "piece",
        "OK",
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void noTwoNodesStandInOnePlaceAndArrowsLeadToTheRight() {
    Layout layout = new Layout(LineageOf.tree(Packs.wide(12, 3)));

    assertThat(layout.places())
        .extracting(it -> it.layer() + "/" + it.row())
        .doesNotHaveDuplicates();
    assertThat(layout.edges())
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(layout.of(it.from()).layer()).isLessThan(layout.of(it.to()).layer()));
    assertThat(layout.places().get(0).layer()).isEqualTo(layout.layers() - 1);
  }

  // ---- texts and evidence

  @Test
  void theTextsSayForWhomWhichTotalAndWhyItWentOn() {
    Map<String, byte[]> files = files(Packs.car());

    for (String name : List.of("method.txt", "evidence-README.txt")) {
      assertThat(text(files, name))
          .contains("CONFIDENTIAL, FOR THE AUDITOR")
          .contains("監査法人 X")
          .contains("mandate-7")
          .contains("2026-03-01T00:00:00Z")
          .contains("18 kg CO2e excl, 18 kg CO2e incl, per piece, INCOMPLETE")
          .contains("Overridden by Sato");
    }
    assertThat(text(files, "method.txt"))
        .contains("MISSING_UPSTREAM: glass: \"<Glass>\" & more: ASKED")
        .contains("factor set: examples 1, worldsteel, 2021, GLOBAL")
        .contains("version 2")
        .contains("gwp: AR6");
    assertThat(text(files, "evidence-README.txt"))
        .contains("evidence-0001  " + Packs.ID)
        .contains("log index 3")
        .contains("no evidence bundle cfp-bundle-v1");
  }

  @Test
  void theTokenIsThereToTheByteWithItsProofAndTheSignersEntry() {
    Map<String, byte[]> files = files(Packs.car());

    assertThat(text(files, "evidence-0001.jwt")).isEqualTo(Packs.TOKEN);
    assertThat(Packs.json(files.get("evidence-0001.proof.json")))
        .isEqualTo(Packs.json(Packs.DECLARED.get("proof").toString().getBytes(UTF_8)));
    assertThat(Packs.json(files.get("evidence-0001.opening.json")))
        .isEqualTo(Packs.json(Packs.DECLARED.get("opening").toString().getBytes(UTF_8)));
    assertThat(text(files, "directory-0001.jwt")).isEqualTo(Packs.ENTRY);
  }

  @Test
  void eachProofHoldsAgainstTheCheckpointBesideItByTheTrustInTheLog() {
    PackFacts facts = Packs.facts(Packs.car());
    Map<String, byte[]> files = files(Packs.car());
    LogTrust trust = Packs.anchor().log().orElseThrow();

    for (int i = 0; i < facts.tokens().size(); i++) {
      String name = EvidenceFiles.name(i);
      LoggedEntry entry =
          LoggedEntry.fromJson(StrictJson.parseCarrier(files.get(name + ".proof.json")));
      String token = text(files, name + ".jwt");
      assertThat(entry.declarationId()).isEqualTo(SigningInput.ofToken(token).id());
      String checkpoint = text(files, name + ".checkpoint.txt");
      assertThat(entry.checkpoint()).isEqualTo(checkpoint);
      SignedCheckpoint signed = trust.witnessed(checkpoint).asOptional().orElseThrow();
      assertThat(
              entry
                  .proof()
                  .check(LogEntry.ofDeclaration(entry.declarationId()), signed.checkpoint())
                  .asOptional())
          .isPresent();
      assertThat(entry.check(trust).asOptional()).isPresent();
    }
    assertThat(facts.tokens()).hasSize(1);
  }

  @Test
  void aCheckpointThatIsNotTheProofsIsFound() {
    PackFacts facts = Packs.facts(Packs.car());
    List<ExportFile> files = new ArrayList<>(TARGET.files(facts, Packs.STAMP));
    files.replaceAll(
        it ->
            it.name().endsWith(".checkpoint.txt")
                ? new ExportFile(it.name(), it.mediaType(), "another".getBytes(UTF_8))
                : it);

    assertThat(TARGET.faults(facts, files))
        .containsExactly("evidence-0001.checkpoint.txt is not what was handed in, to the byte");
  }

  @Test
  void aProofThatCameBehindTheEvidenceStaysOut() {
    List<Evidence.Input> unproved =
        List.of(
            new Evidence.Input(
                Packs.ID.value(),
                Packs.evidence().inputs().get(0).sha256(),
                Trees.company("bbbb").did(),
                "ES256",
                "ACTIVE",
                "VERIFIED",
                Optional.empty(),
                Trees.YEAR.from(),
                Trees.YEAR.to(),
                LocalDate.parse("2027-12-31")));
    Tree car = Packs.car();
    AuditorsPack target =
        Packs.target(
            car,
            1_000_000,
            new Gathered<>(
                Packs.facts(car, Packs.sources()), Packs.evidence(unproved), List.of(), List.of()),
            Map.of(Packs.ID, Packs.TOKEN));

    PackFacts facts = Packs.gathered(target).facts();

    assertThat(facts.tokens().get(0).proof()).isEmpty();
    assertThat(target.faults(facts, target.files(facts, Packs.STAMP))).isEmpty();
  }

  @Test
  void whatDoesNotFitIntoAPackIsNamed() {
    Gathered<PackFacts> gathered = Packs.gathered(Packs.car(), Packs.TOKEN.length() - 1);

    assertThat(gathered.facts().tokens()).isEmpty();
    assertThat(gathered.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.NOT_STATED);
    Map<String, byte[]> files = new LinkedHashMap<>();
    TARGET.files(gathered.facts(), Packs.STAMP).forEach(it -> files.put(it.name(), it.bytes()));
    assertThat(text(files, "evidence-README.txt"))
        .contains("NOT HERE / 含まれない: " + Packs.ID + ", a pack takes at most");
    assertThat(TARGET.faults(gathered.facts(), TARGET.files(gathered.facts(), Packs.STAMP)))
        .isEmpty();
  }

  @Test
  void factsAreReadBackAsTheyWereWrittenAndGiveTheSameBytes() {
    for (Tree tree : List.of(Packs.car(), Packs.wide(100, 30))) {
      PackFacts facts = Packs.facts(tree);
      PackFacts read = FactsJson.read(FactsJson.write(facts), PackFacts.class);

      assertThat(read).isEqualTo(facts);
      List<ExportFile> once = TARGET.files(facts, Packs.STAMP);
      List<ExportFile> again = TARGET.files(read, Packs.STAMP);
      for (int i = 0; i < once.size(); i++) {
        assertThat(again.get(i).bytes()).as(once.get(i).name()).isEqualTo(once.get(i).bytes());
      }
    }
  }

  // ---- what faults finds

  @Test
  void filesAsTheyWereMadeHaveNoFaults() {
    for (Tree tree : List.of(Packs.car(), Packs.wide(12, 3), Packs.wide(100, 30))) {
      PackFacts facts = Packs.facts(tree);
      assertThat(TARGET.faults(facts, TARGET.files(facts, Packs.STAMP))).isEmpty();
    }
  }

  private static List<String> faultsOf(String file, UnaryOperator<String> spoil) {
    PackFacts facts = Packs.facts(Packs.car());
    List<ExportFile> files = new ArrayList<>();
    for (ExportFile each : TARGET.files(facts, Packs.STAMP)) {
      String text = new String(each.bytes(), UTF_8);
      String spoiled = each.name().equals(file) ? spoil.apply(text) : text;
      if (each.name().equals(file)) {
        assertThat(spoiled).as("it was spoiled").isNotEqualTo(text);
      }
      files.add(new ExportFile(each.name(), each.mediaType(), spoiled.getBytes(UTF_8)));
    }
    return TARGET.faults(facts, files);
  }

  @Test
  void anotherFigureInTheDataIsFound() {
    assertThat(faultsOf("data.csv", it -> it.replace("true,8,8,", "true,8,9,")))
        .containsExactly(
            "data.csv, line 3, incl_biogenic_uptake_kgco2e: expected \"8\", seen \"9\"");
    assertThat(faultsOf("data.csv", it -> it.substring(0, it.lastIndexOf("FACTOR_SET"))))
        .containsExactly("data.csv has 4 lines, there are 5");
  }

  @Test
  void aLineageThatDoesNotAddUpIsFound() {
    assertThat(
            faultsOf(
                "lineage.json",
                it -> it.replaceFirst("(\"own\" : \\{\\s*\"excl\" : )\"10\"", "$1\"11\"")))
        .singleElement()
        .asString()
        .isEqualTo("lineage.json, n1: own, transport and arrows come to 19, perUnit is 18 (excl)");
  }

  @Test
  void aContributionThatIsAnotherIsFound() {
    assertThat(
            faultsOf(
                "lineage.json",
                it -> it.replaceFirst("(\"contribution\" : \\{\\s*\"excl\" : )\"10\"", "$1\"12\"")))
        .singleElement()
        .asString()
        .contains("contributions and rounding come to 20, the exact total is 18 (excl)");
  }

  @Test
  void aLineageOfAnotherFormIsFound() {
    assertThat(faultsOf("lineage.json", it -> it.replace("\"MISSING\"", "\"NOTHING\"")))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("lineage.json: cfp-lineage-1 at /nodes/2"));
    assertThat(
            faultsOf(
                "lineage.json", it -> it.replaceFirst("\"from\" : \"n2\"", "\"from\" : \"n9\"")))
        .anyMatch(it -> it.contains("a node that is not there"));
  }

  @Test
  void aDrawingThatRunsSomethingOrIsBrokenIsFound() {
    assertThat(
            faultsOf("lineage.svg", it -> it.replace("</svg>", "<script>alert(1)</script></svg>")))
        .containsExactly("lineage.svg has an element <script>");
    assertThat(faultsOf("lineage.svg", it -> it.replaceFirst("<g>", "<g onclick=\"x\">")))
        .containsExactly("lineage.svg has an attribute onclick");
    assertThat(faultsOf("lineage.svg", it -> it.replace("</svg>", "")))
        .singleElement()
        .asString()
        .startsWith("lineage.svg is not well-formed");
    assertThat(faultsOf("lineage.svg", it -> it.replaceFirst("(?s)<g>.*?</g>", "")))
        .containsExactly("lineage.svg draws 2 nodes, not 3");
    assertThat(faultsOf("lineage.svg", it -> it.replace("CONFIDENTIAL", "OPEN")))
        .singleElement()
        .asString()
        .startsWith("lineage.svg does not say \"CONFIDENTIAL");
  }

  @Test
  void aTextThatDoesNotSayForWhomItIsIsFound() {
    assertThat(faultsOf("method.txt", it -> it.replace("FOR THE AUDITOR", "")))
        .singleElement()
        .asString()
        .startsWith("a text does not say \"CONFIDENTIAL");
  }

  @Test
  void aTokenThatIsAnotherIsFound() {
    assertThat(faultsOf("evidence-0001.jwt", it -> it.substring(1)))
        .hasSize(2)
        .anyMatch(it -> it.equals("evidence-0001.jwt is not what was handed in, to the byte"))
        .anyMatch(it -> it.startsWith("evidence-0001.jwt is not the token the evidence names"));
  }

  @Test
  void aFileTooFewIsFound() {
    PackFacts facts = Packs.facts(Packs.car());

    assertThat(TARGET.faults(facts, TARGET.files(facts, Packs.STAMP).subList(0, 5)))
        .singleElement()
        .asString()
        .startsWith("expected the files [data.csv");
  }

  // ---- what an auditor would check of a token

  private static PackFacts.Token token(
      String id, String token, String opening, UnaryOperator<String> proof) {
    return new PackFacts.Token(
        id,
        token,
        Optional.of(opening),
        Optional.of(proof.apply(Packs.DECLARED.get("proof").toString())));
  }

  private static String opening() {
    return Packs.DECLARED.get("opening").toString();
  }

  @Test
  void aTokenItsOpeningAndItsProofHold() {
    assertThat(TokenCheck.of(token(Packs.ID.value(), Packs.TOKEN, opening(), it -> it))).isEmpty();
  }

  @Test
  void aTokenUnderAnothersIdIsFound() {
    String other = "A".repeat(43);
    assertThat(TokenCheck.of(token(other, Packs.TOKEN, opening(), it -> it)))
        .containsExactly(
            "the token is declaration " + Packs.ID, "the proof is of declaration " + Packs.ID);
  }

  @Test
  void anOpeningOfAnotherAmountIsFound() {
    assertThat(
            TokenCheck.of(
                token(
                    Packs.ID.value(),
                    Packs.TOKEN,
                    opening().replace("8000000000", "8000000001"),
                    it -> it)))
        .containsExactly("the opening does not open the commitment");
  }

  @Test
  void aProofThatLeadsElsewhereIsFound() {
    assertThat(
            TokenCheck.of(
                token(
                    Packs.ID.value(),
                    Packs.TOKEN,
                    opening(),
                    it -> it.replace("\"index\":\"3\"", "\"index\":\"2\""))))
        .singleElement()
        .asString()
        .startsWith("the proof of the log does not hold");
  }
}
