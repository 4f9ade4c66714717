package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/** The products of the tests of packs, with a declaration as it was really signed and logged. */
final class Packs {
  /** What company B has declared to C: 8 kg. */
  static final JsonNode DECLARED = bundle().get("root").get("inputs").get(0);

  /** Its terms let it go to nobody. */
  static final String TOKEN_FOR_NOBODY = DECLARED.get("declaration").textValue();

  /** The same, had its issuer let it go to auditors: of its disclosures that of the terms. */
  static final String TOKEN = onward(TOKEN_FOR_NOBODY, "\"AUDITOR\"");

  static final CommitmentOpening OPENING = CommitmentOpening.fromJson(DECLARED.get("opening"));
  static final LoggedEntry PROOF = LoggedEntry.fromJson(DECLARED.get("proof"));
  static final DeclarationId ID = PROOF.declarationId();
  static final String ENTRY = bundle().get("directory").get(0).get("token").textValue();
  static final PackOptions OPTIONS =
      new PackOptions(List.of(), Optional.of("監査法人 X"), Optional.of("mandate-7"));
  static final Stamp STAMP =
      new Stamp(
          "export-1",
          Trees.AS_OF,
          List.of(new Finding(Finding.Code.MISSING_UPSTREAM, "glass", "\"<Glass>\" & more: ASKED")),
          Optional.of(new Stamp.Overridden("監査のため", "Sato")),
          Optional.empty());

  private Packs() {}

  /** A token with other terms: the names in quotation marks. */
  static String onward(String token, String names) {
    return Stream.of(token.split("~", -1))
        .map(part -> new String(decoded(part), UTF_8).contains("\"terms\"") ? terms(names) : part)
        .collect(Collectors.joining("~"));
  }

  private static byte[] decoded(String part) {
    return part.contains(".") ? new byte[0] : Base64Url.decode(part);
  }

  /** The disclosure of terms that let it go to these. */
  static String terms(String names) {
    return Base64Url.encode(
        ("[\"c2FsdHNhbHRzYWx0c2FsdA\",\"terms\",{\"onward\":[" + names + "]}]").getBytes(UTF_8));
  }

  private static JsonNode bundle() {
    return StrictJson.parseArchive(vector("three-companies.json"));
  }

  /** Whom an auditor believes about the registry and its log. */
  static TrustAnchor anchor() {
    return TrustAnchor.parse(new String(vector("trust-anchor.json"), UTF_8));
  }

  private static byte[] vector(String name) {
    try (InputStream file = Packs.class.getResourceAsStream("/vectors/evidence/" + name)) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** C's car: 10 kg of its own and B's part of 8; glass nobody answers for. */
  static Tree car() {
    return new Trees()
        .declared(Trees.collected(ID, "bbbb", "部品 B", fossil(Stage.MAIN, "8"), OPENING))
        .made(
            "Car",
            Optional.of(measured(fossil(Stage.MAIN, "10"))),
            Optional.empty(),
            line("part", "部品 B", "1", from("bbbb", "部品 B")),
            line("glass", "\"<Glass>\" & more", "4", from("cccc", "Glass")))
        .tree("Car", Set.of());
  }

  /** As many assemblies, each with a part of its own and one that all share, and gaps. */
  static Tree wide(int assemblies, int gaps) {
    Trees trees = new Trees().declared("shared", "Bolt", fossil(Stage.PRE, "0.001"));
    List<StructureLine> lines = new ArrayList<>();
    for (int i = 0; i < assemblies; i++) {
      String name = "Assembly " + i;
      trees
          .declared("maker" + i, "Part " + i, fossil(Stage.PRE, Integer.toString(i + 1)))
          .made(
              name,
              Optional.of(measured(fossil(Stage.MAIN, "0.5"))),
              Optional.empty(),
              line("part", "Part " + i, "3", from("maker" + i, "Part " + i)),
              line("bolt", "Bolt", "7", from("shared", "Bolt")));
      lines.add(line("a" + i, name, "2", new LineSupply.Own(product(name))));
    }
    for (int i = 0; i < gaps; i++) {
      lines.add(line("g" + i, "Gap " + i, "1", from("gap" + i, "Gap " + i)));
    }
    return trees
        .made(
            "Car",
            Optional.of(measured(fossil(Stage.MAIN, "10"))),
            Optional.of(measured(fossil(Stage.MAIN, "0.25"))),
            lines.toArray(StructureLine[]::new))
        .tree("Car", Set.of());
  }

  static LineSupply from(String supplier, String part) {
    return LineSupply.procured(LineSource.only(Trees.company(supplier), product(part)));
  }

  static ProductFacts facts(Tree tree, List<SourceFacts> sources) {
    return new ProductFacts(
        new CompanyFacts(Trees.MAKER.did(), "下流自動車", "JP", Optional.empty(), Optional.empty()),
        tree.root().traceId(),
        "Car 車両",
        "VEHICLE",
        DeclaredUnit.PIECE,
        Optional.empty(),
        Optional.of("BPNA000000000001"),
        Trees.YEAR,
        StageProfile.OURANOS,
        tree.footprint().product().basis(),
        tree.footprint().own(),
        tree.footprint().toDeclare().cells(),
        tree.footprint().isComplete(),
        tree.footprint().estimatedShare(),
        Optional.of(PrimaryDataShare.of("80")),
        Optional.ofNullable(tree.footprint().quality().rating()),
        sources);
  }

  /** What the reader of products says of the car's sources. */
  static List<SourceFacts> sources() {
    return List.of(
        source(
            "OWN",
            "Car",
            Optional.empty(),
            Optional.empty(),
            "OK",
            "PRIMARY",
            fossil(Stage.MAIN, "10")),
        source(
            "SUPPLIER",
            "部品 B",
            Optional.of("bbbb"),
            Optional.of(ID),
            "OK",
            "PRIMARY",
            fossil(Stage.MAIN, "8")),
        source(
            "SUPPLIER",
            "=Glass",
            Optional.of("cccc"),
            Optional.empty(),
            "ASKED",
            "NONE",
            Emissions.NONE));
  }

  static SourceFacts source(
      String kind,
      String name,
      Optional<String> supplier,
      Optional<DeclarationId> id,
      String state,
      String origin,
      Emissions emissions) {
    return new SourceFacts(
        1,
        kind,
        List.of("Car", name),
        List.of("line " + name),
        product(name).toString(),
        name,
        supplier.map(it -> Trees.company(it).did()),
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.of("piece"),
        Optional.empty(),
        state,
        origin,
        state.equals("OK"),
        emissions,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Trees.YEAR),
        Optional.empty(),
        id.map(DeclarationId::value));
  }

  static Evidence evidence() {
    return evidence(List.of(input(ID, TOKEN, Trees.company("bbbb"))));
  }

  static Evidence.Input input(DeclarationId id, String token, ParticipantId signer) {
    return new Evidence.Input(
        id.value(),
        HexFormat.of().formatHex(Sha256.of(token.getBytes(US_ASCII))),
        signer.did(),
        "ES256",
        "ACTIVE",
        "VERIFIED, LOGGED",
        Optional.of(3L),
        Trees.YEAR.from(),
        Trees.YEAR.to(),
        LocalDate.parse("2027-12-31"));
  }

  static Evidence evidence(List<Evidence.Input> inputs) {
    return new Evidence(
        inputs,
        List.of(new Evidence.FactorSource("examples", "1", "worldsteel, 2021, GLOBAL")),
        List.of(product("Car") + " version 2"),
        List.of(new Evidence.Named("gwp", "AR6")));
  }

  /** The target, over one tree. */
  static AuditorsPack target(Tree tree, int mostTokenBytes) {
    return target(
        tree,
        mostTokenBytes,
        new Gathered<>(facts(tree, sources()), evidence(), List.of(), List.of()),
        Map.of(ID, TOKEN));
  }

  /** The target, over what is known of a product and the tokens that are here. */
  static AuditorsPack target(
      Tree tree,
      int mostTokenBytes,
      Gathered<ProductFacts> read,
      Map<DeclarationId, String> tokens) {
    return new AuditorsPack(
        (tenant, product, subject, options) -> read,
        (tenant, product, question) -> tree,
        declarations(tokens),
        new PublicRecord() {
          @Override
          public Optional<LoggedEntry> proof(DeclarationId id) {
            return id.equals(ID) ? Optional.of(PROOF) : Optional.empty();
          }

          @Override
          public Optional<String> directoryEntry(ParticipantId company) {
            return Optional.of(company.equals(Trees.company("bbbb")) ? ENTRY : "of " + company);
          }
        },
        mostTokenBytes);
  }

  private static Declarations declarations(Map<DeclarationId, String> tokens) {
    CollectedDeclaration known =
        Trees.collected(ID, "bbbb", "部品 B", fossil(Stage.MAIN, "8"), OPENING);
    return (Declarations)
        Proxy.newProxyInstance(
            Declarations.class.getClassLoader(),
            new Class<?>[] {Declarations.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "token" -> Optional.ofNullable(tokens.get(arguments[1]));
                  case "find" -> arguments[1].equals(ID) ? Optional.of(known) : Optional.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  static Gathered<PackFacts> gathered(Tree tree, int mostTokenBytes) {
    return gathered(target(tree, mostTokenBytes));
  }

  static Gathered<PackFacts> gathered(AuditorsPack target) {
    return target.gather(
        Trees.MAKER,
        new Subject<>(
            product("Car").toString(), Optional.empty(), Trees.YEAR, Trees.AS_OF, OPTIONS));
  }

  static PackFacts facts(Tree tree) {
    return gathered(tree, 1_000_000).facts();
  }

  /** A file as JSON. */
  static JsonNode json(byte[] bytes) {
    return JsonDocument.read(new String(bytes, UTF_8).getBytes(UTF_8));
  }
}
