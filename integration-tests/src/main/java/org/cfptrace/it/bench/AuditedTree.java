package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.chain.AuditedRoot;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainVerifier;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.chain.StatedSum;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.StatementClaim;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TileName;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.ProductGraph;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * A product of so many declarations, each made of four others until there are no more: stated,
 * copied, logged and shown to an auditor as the companies do it.
 */
final class AuditedTree {
  private static final int FAN_IN = 4;
  private static final int FIRMS = 100;
  private static final String DOMAIN = "registry.cfptrace.example";
  private static final String ORIGIN = DOMAIN + "/log";
  private static final Period YEAR = Period.ofYear(2025);
  private static final LocalDate VALID_UNTIL = LocalDate.parse("2028-12-31");
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Set<ClaimName> NEXT_TIER =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE,
          ClaimName.QUALITY,
          ClaimName.STAGES);

  private record Firm(ParticipantId id, SigningKey key, DirectoryEntry entry) {}

  private record Node(
      Firm firm,
      TraceId product,
      Footprint footprint,
      SignedDeclaration statement,
      SignedDeclaration copy) {}

  private final Randomness random = Randomness.secure();
  private final NoteSigner log = NoteSigner.fresh(ORIGIN, VerifierKey.Kind.ED25519, random);
  private final NoteSigner witness =
      NoteSigner.fresh("witness.example/w", VerifierKey.Kind.COSIGNATURE, random);
  private final LogTrust trust =
      LogTrust.of(ORIGIN, log.verifier(), List.of(witness.verifier()), 1);
  private final List<Firm> firms = new ArrayList<>();
  private final Map<ParticipantId, DirectoryEntry> directory = new HashMap<>();
  private final Node[] nodes;
  private final Map<DeclarationId, LoggedEntry> proofs = new HashMap<>();
  private final Map<DeclarationId, HopAnswer> answers = new HashMap<>();
  private final ShownDeclaration root;
  private final StatusListToken statuses;

  /** Makes it; takes some milliseconds for each declaration. */
  AuditedTree(int declarations) {
    admitFirms();
    nodes = new Node[declarations];
    for (int place = declarations - 1; place >= 0; place--) {
      nodes[place] = state(place);
    }
    statuses = new StatusListToken(1, NOON.plusSeconds(3600), StatusList.ofSize(enter()), "");
    for (int place = 1; place < declarations; place++) {
      answers.put(nodes[place].copy().id(), new HopAnswer.Shown(shown(place)));
    }
    root = shown(0);
  }

  /** A verifier that has seen nothing yet. */
  ChainVerifier verifier() {
    return new ChainVerifier(
        who -> Optional.ofNullable(directory.get(who)), trust, statuses, NOON.plusSeconds(3600));
  }

  ChainVerdict verify(ChainVerifier verifier) {
    Node top = nodes[0];
    return verifier.verify(
        new AuditedRoot(top.firm().id(), top.product(), YEAR, fingerprint(top.firm()), 50),
        root,
        answers);
  }

  private Node state(int place) {
    Firm firm = firms.get(place % FIRMS);
    TraceId product = new TraceId(new UUID(0x4000L, 0x8000000000000000L + place));
    List<BillOfMaterialsLine> lines = new ArrayList<>();
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    for (int input : inputsOf(place)) {
      Node part = nodes[input];
      SupplierProduct supplier = new SupplierProduct(part.firm().id(), part.product());
      lines.add(
          BillOfMaterialsLine.of(
                  new LineId("l" + input),
                  "part " + input,
                  Quantity.of("0.3", DeclaredUnit.PIECE),
                  LineSupply.procured(LineSource.only(supplier.partner(), supplier.product())))
              .with(Yield.of("0.9")));
      received.put(supplier, figure(part));
    }
    Emissions own =
        Emissions.of(
            Stage.MAIN,
            EmissionAccount.FOSSIL,
            new KgCo2e(new BigDecimal("1.5").add(BigDecimal.valueOf(place, 9))));
    OwnProduct made =
        OwnProduct.of(product, DeclaredUnit.PIECE)
            .withOwn(OwnEmissions.primary(own))
            .withLines(lines);
    Footprint footprint = ProductGraph.of(List.of(made)).footprintOf(product, YEAR, received);
    DraftDeclaration draft = draft(firm, product, footprint);
    SignedDeclaration statement = draft.sign(firm.key(), NOON, random);
    Firm buyer = firms.get(Math.max(0, (place - 1) / FAN_IN) % FIRMS);
    SignedDeclaration copy =
        draft
            .forRecipient(buyer.id())
            .with(new StatementClaim(statement.id()))
            .sign(firm.key(), NOON, random);
    return new Node(firm, product, footprint, statement, copy);
  }

  private static DraftDeclaration draft(Firm firm, TraceId product, Footprint footprint) {
    StatedSum sum = StatedSum.of(footprint);
    DraftDeclaration draft =
        DraftDeclaration.of(
                firm.id(),
                firm.id(),
                footprint.toDeclare().totals(),
                footprint.isComplete(),
                footprint.estimatedShare())
            .with(
                new ProductClaim(
                    product,
                    Optional.empty(),
                    "part",
                    "part",
                    DeclaredUnit.PIECE,
                    Optional.empty()))
            .with(new PeriodClaim(YEAR, VALID_UNTIL))
            .with(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE))
            .with(
                new QualityClaim(
                    Optional.ofNullable(footprint.quality().primaryDataShare()),
                    Optional.ofNullable(footprint.quality().rating())))
            .with(new StagesClaim(StageProfile.OURANOS, footprint.toDeclare().cells()))
            .with(sum.own())
            .with(sum.process());
    return sum.inputs().map(draft::with).orElse(draft);
  }

  private static SourceFigure figure(Node part) {
    Footprint footprint = part.footprint();
    return new SourceFigure.Given(
        DeclaredUnit.PIECE,
        null,
        footprint.toDeclare().cells(),
        footprint.isComplete(),
        footprint.estimatedShare(),
        footprint.quality().rating(),
        footprint.quality().primaryDataShare(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        YEAR,
        VALID_UNTIL,
        new FigureReference(part.copy().id().value(), part.copy().commitment().encoded()));
  }

  private List<Integer> inputsOf(int place) {
    List<Integer> inputs = new ArrayList<>();
    for (int input = place * FAN_IN + 1; input <= place * FAN_IN + FAN_IN; input++) {
      if (input < nodes.length) {
        inputs.add(input);
      }
    }
    return inputs;
  }

  private ShownDeclaration shown(int place) {
    Node node = nodes[place];
    boolean isRoot = place == 0;
    List<AuditedInput> inputs = new ArrayList<>();
    for (int input : inputsOf(place)) {
      Node part = nodes[input];
      inputs.add(
          new AuditedInput(
              part.copy().view(NEXT_TIER),
              Optional.of(part.copy().opening()),
              Optional.ofNullable(proofs.get(part.copy().id())),
              Optional.empty(),
              fingerprint(part.firm()).text()));
    }
    SignedDeclaration asked = isRoot ? node.statement() : node.copy();
    return new ShownDeclaration(
        body(asked),
        isRoot ? Optional.empty() : Optional.of(body(node.statement())),
        Optional.ofNullable(proofs.get(asked.id())),
        isRoot ? Optional.empty() : Optional.ofNullable(proofs.get(node.statement().id())),
        inputs);
  }

  private static DeclarationBody body(SignedDeclaration signed) {
    return new DeclarationBody(new String(signed.bytes(), US_ASCII), Optional.of(signed.opening()));
  }

  private static Fingerprint fingerprint(Firm firm) {
    return Fingerprint.of(firm.id(), firm.key().thumbprint());
  }

  /**
   * Everything goes into the log at once; a checkpoint every 256 declarations, as in a day's run.
   */
  private long enter() {
    List<DeclarationId> ids = new ArrayList<>();
    for (Node node : nodes) {
      ids.add(node.statement().id());
      ids.add(node.copy().id());
    }
    TreeWriter writer = TreeWriter.empty();
    Map<TileName, byte[]> tiles = new HashMap<>();
    int proven = 0;
    for (int index = 0; index < ids.size(); index++) {
      writer.append(LogEntry.ofDeclaration(ids.get(index)).bytes());
      if (writer.size() % 512 == 0 || index == ids.size() - 1) {
        writer.drain().forEach(tile -> tiles.put(tile.name(), tile.bytes()));
        String note = note(new Checkpoint(ORIGIN, writer.size(), writer.root()));
        Tiles read = new Tiles(name -> Optional.ofNullable(tiles.get(name)), writer.size());
        for (; proven <= index; proven++) {
          DeclarationId id = ids.get(proven);
          proofs.put(id, new LoggedEntry(id, read.inclusion(proven), note));
        }
      }
    }
    return ids.size();
  }

  private String note(Checkpoint checkpoint) {
    SignedNote note = log.sign(checkpoint);
    return note.with(witness.cosign(note, NOON.plusSeconds(10))).written();
  }

  private void admitFirms() {
    SigningKey registry = SigningKey.generate();
    TrustAnchor anchor =
        new TrustAnchor(DOMAIN, "did:web:" + DOMAIN, root(), registry.verificationKey());
    String letters = "abcdefghijklmnopqrstuvwxyz";
    for (int number = 0; number < FIRMS; number++) {
      String name =
          "firm" + letters.charAt(number / 26) + letters.charAt(number % 26) + "aaaaaaaaaa";
      ParticipantId id = ParticipantId.of(DOMAIN, name);
      SigningKey key = SigningKey.generate();
      DirectoryRecord record =
          new DirectoryRecord(
              id,
              1,
              DirectoryStatus.ACTIVE,
              name,
              Optional.empty(),
              "JP",
              Optional.empty(),
              Optional.empty(),
              List.of("SUPPLIER"),
              NOON,
              List.of(
                  KeyRecord.signing(
                      key.verificationKey(), NOON.minus(Duration.ofDays(1)), Optional.empty())));
      String token = DirectoryEntry.sign(record, anchor.registryDid(), registry, NOON);
      Firm firm = new Firm(id, key, DirectoryEntry.read(token, anchor));
      firms.add(firm);
      directory.put(id, firm.entry());
    }
  }

  /** The anchor must hold one; nothing here is signed with it. */
  private static X509Certificate root() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
      X500Principal name = new X500Principal("CN=bench root");
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.ONE,
              Date.from(NOON),
              Date.from(NOON.plus(Duration.ofDays(1))),
              name,
              pair.getPublic());
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("no certificate for the bench", e);
    }
  }
}
