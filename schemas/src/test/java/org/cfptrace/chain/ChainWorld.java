package org.cfptrace.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Tiles;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.KeySuccession;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TestRegistry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.ProductGraph;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.verify.OwnDeclarations;
import org.cfptrace.verify.checklist.TestKey;

/**
 * Companies that state, sell and buy, a registry that lists their keys, and a log that takes
 * everything in: what the tests of a chain need. Whoever wants a dishonest one spoils it.
 */
public final class ChainWorld {
  /** When everything is declared. */
  public static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  /** When the witnesses have seen it. */
  public static final Instant LOGGED = NOON.plusSeconds(10);

  public static final Period YEAR = Period.ofYear(2025);
  private static final String DOMAIN = "registry.cfptrace.example";

  private final boolean repeatable;
  private final Map<String, TestKey> namedKeys = new HashMap<>();
  private final SigningKey registryKey;
  private final Randomness random;
  private final Map<ParticipantId, Firm> firms = new LinkedHashMap<>();
  private final List<DeclarationId> logged = new ArrayList<>();
  private final Set<DeclarationId> unlogged =
      new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
  private final Map<DeclarationId, Integer> statuses = new HashMap<>();
  private final TrustAnchor anchor;
  private Instant loggedAt = LOGGED;
  private Optional<Instant> checkedAt = Optional.empty();
  private Optional<Instant> listedAt = Optional.empty();

  /** A world with fresh keys. */
  public ChainWorld() {
    this(false, TestRegistry.root());
  }

  private ChainWorld(boolean repeatable, X509Certificate root) {
    this.repeatable = repeatable;
    this.registryKey = newKey("registry signs the directory");
    this.random = repeatable ? repeating() : Randomness.secure();
    this.anchor =
        new TrustAnchor(DOMAIN, "did:web:" + DOMAIN, root, registryKey.verificationKey())
            .with(TestLog.trust());
  }

  /** A world in which every byte is the same on every run. */
  public static ChainWorld repeatable(X509Certificate root) {
    return new ChainWorld(true, root);
  }

  private SigningKey newKey(String name) {
    if (!repeatable) {
      return SigningKey.generate();
    }
    TestKey key = TestKey.named("chain: " + name);
    namedKeys.put(key.kid(), key);
    return key.signing();
  }

  /** What our code has signed, with the signature that is the same on every run. */
  public String settled(String token, SigningKey key) {
    TestKey named = namedKeys.get(key.thumbprint().value());
    return named == null ? token : named.signedAgain(token);
  }

  private SignedDeclaration settled(SignedDeclaration signed, SigningKey key) {
    String text = new String(signed.bytes(), US_ASCII);
    String jws = text.substring(0, text.indexOf('~'));
    String again = settled(jws, key) + text.substring(text.indexOf('~'));
    return OwnDeclarations.restore(
            again.getBytes(US_ASCII), signed.opening(), key.verificationKey())
        .asOptional()
        .orElseThrow();
  }

  private static Randomness repeating() {
    AtomicLong count = new AtomicLong();
    return bytes -> {
      byte[] result = new byte[bytes];
      for (int from = 0; from < bytes; from += 32) {
        byte[] block = Sha256.of(("chain " + count.getAndIncrement()).getBytes(UTF_8));
        System.arraycopy(block, 0, result, from, Math.min(32, bytes - from));
      }
      return result;
    };
  }

  /** A company with its signing keys, the current one last. */
  public final class Firm {
    private final ParticipantId id;
    private final List<KeyRecord> records = new ArrayList<>();
    private SigningKey key;
    private Optional<Accreditation> accreditation = Optional.empty();

    private Firm(String letter) {
      this.id = ParticipantId.of(DOMAIN, letter.repeat(16));
      this.key = newKey("firm " + letter);
      records.add(
          KeyRecord.signing(key.verificationKey(), NOON.minusSeconds(86_400), Optional.empty()));
    }

    public ParticipantId id() {
      return id;
    }

    public SigningKey key() {
      return key;
    }

    public Fingerprint fingerprint() {
      return Fingerprint.of(id, key.thumbprint());
    }

    /** May audit, from the beginning until then. */
    public void accreditedUntil(Instant until) {
      accreditation =
          Optional.of(
              new Accreditation(
                  List.of(Accreditation.CFP_AUDIT), NOON.minusSeconds(86_400), until));
    }

    /** Changes what the directory says of its only key. */
    public void keyIs(UnaryOperator<KeyRecord> change) {
      records.set(records.size() - 1, change.apply(records.get(records.size() - 1)));
    }

    /** Signs with another key from now on, with the leave of the old one or without. */
    public void changesKey(Instant at, boolean withSuccession) {
      SigningKey next = newKey("successor of " + key.thumbprint());
      Optional<String> proof =
          withSuccession
              ? Optional.of(new KeySuccession(id, next.verificationKey(), at).sign(key))
              : Optional.empty();
      keyIs(old -> TestRegistry.endedAt(old, at));
      records.add(KeyRecord.signing(next.verificationKey(), at, proof));
      key = next;
    }

    public Making makes(String product, DeclaredUnit unit) {
      return new Making(this, product, unit);
    }

    /** Its entry as the registry has signed it. */
    public DirectoryEntry entry() {
      return DirectoryEntry.read(
          settled(
              DirectoryEntry.sign(
                  new DirectoryRecord(
                      id,
                      1,
                      DirectoryStatus.ACTIVE,
                      "firm " + id.shortId().charAt(0),
                      Optional.empty(),
                      "JP",
                      Optional.empty(),
                      Optional.empty(),
                      List.of("SUPPLIER"),
                      NOON,
                      records,
                      accreditation),
                  anchor.registryDid(),
                  registryKey,
                  NOON),
              registryKey),
          anchor);
    }
  }

  /** A product in the making. */
  public final class Making {
    private final Firm firm;
    private final TraceId product;
    private final String name;
    private final DeclaredUnit unit;
    private MassPerUnit mass;
    private OwnEmissions own = OwnEmissions.primary(Emissions.NONE);
    private final List<BillOfMaterialsLine> lines = new ArrayList<>();
    private final Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    private final List<Copy> inputs = new ArrayList<>();
    private final List<OwnProduct> ownParts = new ArrayList<>();
    private StageProfile profile = StageProfile.OURANOS;
    private CalculationBasis basis = CalculationBasis.AR6_CRADLE_TO_GATE;
    private Period period = YEAR;
    private LocalDate validUntil = LocalDate.parse("2028-12-31");
    private Instant issuedAt = NOON;
    private UnaryOperator<DraftDeclaration> spoiler = UnaryOperator.identity();

    private Making(Firm firm, String name, DeclaredUnit unit) {
      this.firm = firm;
      this.name = name;
      this.product = new TraceId(UUID.nameUUIDFromBytes((firm.id() + name).getBytes(UTF_8)));
      this.unit = unit;
    }

    public Making pieceOf(String kilograms) {
      mass = MassPerUnit.of(kilograms);
      return this;
    }

    public Making emitting(String kilograms) {
      return emitting(OwnEmissions.primary(fossil(kilograms)));
    }

    public Making emitting(OwnEmissions emissions) {
      own = emissions;
      return this;
    }

    /** Divided by the stages of a battery, to the end of its life or to the gate. */
    public Making asBattery(SystemBoundary boundary) {
      profile = StageProfile.EU_BATTERY;
      basis = new CalculationBasis(basis.gwp(), boundary);
      return this;
    }

    public Making during(Period other) {
      period = other;
      return this;
    }

    public Making validUntil(String day) {
      validUntil = LocalDate.parse(day);
      return this;
    }

    public Making issuedAt(Instant time) {
      issuedAt = time;
      return this;
    }

    /** A line with one source. */
    public Making of(Copy part, Quantity amount) {
      return line(
          BillOfMaterialsLine.of(
              new LineId("l" + lines.size()),
              part.made().name(),
              amount,
              LineSupply.procured(LineSource.only(part.made().firm().id(), part.made().product()))),
          part);
    }

    /** A line whose supply names these parts. */
    public Making line(BillOfMaterialsLine line, Copy... parts) {
      lines.add(line);
      for (Copy part : parts) {
        received.put(
            new SupplierProduct(part.made().firm().id(), part.made().product()), part.figure());
        if (!inputs.contains(part)) {
          inputs.add(part);
        }
      }
      return this;
    }

    /** A line with a part of one's own, which is made of what the supplier has sent. */
    public Making ofOwn(OwnProduct part, Quantity amount, Copy... bought) {
      ownParts.add(part);
      for (Copy copy : bought) {
        received.put(
            new SupplierProduct(copy.made().firm().id(), copy.made().product()), copy.figure());
      }
      lines.add(
          BillOfMaterialsLine.of(
              new LineId("l" + lines.size()),
              "own part",
              amount,
              new LineSupply.Own(part.traceId())));
      return this;
    }

    /** A line whose supplier has not answered. */
    public Making asking(ParticipantId supplier) {
      SupplierProduct wanted = new SupplierProduct(supplier, TraceId.random());
      lines.add(
          BillOfMaterialsLine.of(
              new LineId("l" + lines.size()),
              "wanted",
              Quantity.of("1", DeclaredUnit.PIECE),
              LineSupply.procured(LineSource.only(wanted.partner(), wanted.product()))));
      received.put(wanted, SourceFigure.missing(LineState.ASKED));
      return this;
    }

    /** What is signed is not what follows. */
    public Making spoiled(UnaryOperator<DraftDeclaration> other) {
      spoiler = other;
      return this;
    }

    public Made state() {
      OwnProduct made = new OwnProduct(product, unit, mass, basis, profile, own, null, lines);
      ownParts.add(made);
      Footprint footprint = ProductGraph.of(ownParts).footprintOf(product, period, received);
      DraftDeclaration draft = spoiler.apply(draft(footprint));
      SignedDeclaration statement = settled(draft.sign(firm.key(), issuedAt, random), firm.key());
      logged.add(statement.id());
      return new Made(
          firm,
          product,
          name,
          unit,
          mass,
          footprint,
          draft,
          statement,
          List.copyOf(inputs),
          validUntil,
          issuedAt);
    }

    private DraftDeclaration draft(Footprint footprint) {
      DeclaredEmissions declared = footprint.toDeclare();
      StatedSum sum = StatedSum.of(footprint);
      DraftDeclaration draft =
          DraftDeclaration.of(
                  firm.id(),
                  firm.id(),
                  declared.totals(),
                  footprint.isComplete(),
                  footprint.estimatedShare())
              .with(
                  new ProductClaim(
                      product, Optional.empty(), name, "part", unit, Optional.ofNullable(mass)))
              .with(new PeriodClaim(period, validUntil))
              .with(MethodClaim.of(List.of("ISO 14067:2018"), basis))
              .with(
                  new QualityClaim(
                      Optional.ofNullable(footprint.quality().primaryDataShare()),
                      Optional.ofNullable(footprint.quality().rating())))
              .with(new StagesClaim(profile, declared.cells()))
              .with(new TermsClaim(Optional.empty(), Optional.empty(), Set.of()))
              .with(sum.own())
              .with(sum.process());
      return sum.inputs().map(draft::with).orElse(draft);
    }
  }

  /** A product that its maker has stated to itself. */
  public record Made(
      Firm firm,
      TraceId product,
      String name,
      DeclaredUnit unit,
      MassPerUnit mass,
      Footprint footprint,
      DraftDeclaration draft,
      SignedDeclaration statement,
      List<Copy> inputs,
      LocalDate validUntil,
      Instant issuedAt) {}

  /** A copy for one customer. */
  public record Copy(Made made, Firm buyer, SignedDeclaration signed) {
    SourceFigure.Given figure() {
      Footprint footprint = made.footprint();
      return new SourceFigure.Given(
          made.unit(),
          made.mass(),
          footprint.toDeclare().cells(),
          footprint.isComplete(),
          footprint.estimatedShare(),
          footprint.quality().rating(),
          footprint.quality().primaryDataShare(),
          footprint.product().basis(),
          footprint.period(),
          made.validUntil(),
          new FigureReference(signed.id().value(), signed.commitment().encoded()));
    }
  }

  /** What a buyer is shown. */
  public static final Set<ClaimName> NEXT_TIER =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE,
          ClaimName.TERMS,
          ClaimName.QUALITY,
          ClaimName.STAGES);

  public Firm firm(String letter) {
    Firm firm = new Firm(letter);
    firms.put(firm.id(), firm);
    return firm;
  }

  public Copy sell(Made made, Firm buyer) {
    return sell(made, buyer, UnaryOperator.identity());
  }

  /** A copy that says something else than the statement. */
  public Copy sell(Made made, Firm buyer, UnaryOperator<DraftDeclaration> spoiler) {
    DraftDeclaration draft =
        spoiler.apply(
            made.draft().forRecipient(buyer.id()).with(new StatementClaim(made.statement().id())));
    SigningKey key = made.firm().key();
    Copy copy = new Copy(made, buyer, settled(draft.sign(key, made.issuedAt(), random), key));
    logged.add(copy.signed().id());
    return copy;
  }

  /** When the witnesses sign, for everything that is shown from now on. */
  public void logAt(Instant time) {
    loggedAt = time;
  }

  /** An hour after the witnesses have seen everything. */
  public Instant checkedAt() {
    return checkedAt.orElse(loggedAt.plusSeconds(3600));
  }

  /** When the auditor looks, instead. */
  public void checkAt(Instant time) {
    checkedAt = Optional.of(time);
  }

  /** The registry's list is as old as this; not kept to, it is new. */
  public void listAt(Instant time) {
    listedAt = Optional.of(time);
  }

  /** Leaves a declaration out of the log. */
  public void doNotLog(DeclarationId id) {
    unlogged.add(id);
  }

  /** Puts one into the log that was made elsewhere. */
  void log(DeclarationId id) {
    logged.add(id);
  }

  public void recall(DeclarationId id) {
    statuses.put(id, 2);
  }

  public void supersede(DeclarationId id) {
    statuses.put(id, 1);
  }

  public TrustAnchor anchor() {
    return anchor;
  }

  public SigningKey registryKey() {
    return registryKey;
  }

  public List<Firm> firms() {
    return List.copyOf(firms.values());
  }

  public LogTrust trust() {
    return TestLog.trust();
  }

  /** The proof of everything in the log, as it stands now. */
  public Map<DeclarationId, LoggedEntry> proofs() {
    TestLog log = new TestLog();
    List<DeclarationId> entered = logged.stream().filter(id -> !unlogged.contains(id)).toList();
    entered.forEach(id -> log.append(LogEntry.ofDeclaration(id)));
    String note = TestLog.note(log.checkpoint(), loggedAt, TestLog.FIRST, TestLog.SECOND);
    Tiles tiles = new Tiles(log.tiles(), log.size());
    Map<DeclarationId, LoggedEntry> proofs = new HashMap<>();
    for (int index = 0; index < entered.size(); index++) {
      InclusionProof proof = tiles.inclusion(index);
      proofs.put(entered.get(index), new LoggedEntry(entered.get(index), proof, note));
    }
    return proofs;
  }

  public StatusList statusList() {
    List<DeclarationId> entered = logged.stream().filter(id -> !unlogged.contains(id)).toList();
    StatusList list = StatusList.ofSize(entered.size());
    for (int index = 0; index < entered.size(); index++) {
      int bits = statuses.getOrDefault(entered.get(index), 0);
      list = list.with(index, (bits & 1) != 0, (bits & 2) != 0);
    }
    return list;
  }

  public ChainVerifier verifier() {
    Map<ParticipantId, DirectoryEntry> entries = new HashMap<>();
    firms.forEach((id, firm) -> entries.put(id, firm.entry()));
    return new ChainVerifier(
        who -> Optional.ofNullable(entries.get(who)),
        trust(),
        new StatusListToken(1, listedAt.orElse(checkedAt()), statusList(), ""),
        checkedAt());
  }

  public static AuditedRoot rootOf(Made made) {
    return rootOf(made, 50);
  }

  public static AuditedRoot rootOf(Made made, long depth) {
    return new AuditedRoot(
        made.firm().id(),
        made.product(),
        made.footprint().period(),
        made.firm().fingerprint(),
        depth);
  }

  /** What an honest company shows of its own statement. */
  public ShownDeclaration shown(Made made, Map<DeclarationId, LoggedEntry> proofs) {
    SignedDeclaration statement = made.statement();
    return new ShownDeclaration(
        body(statement),
        Optional.empty(),
        Optional.ofNullable(proofs.get(statement.id())),
        Optional.empty(),
        inputs(made, proofs));
  }

  /** What an honest company shows of a copy. */
  public ShownDeclaration shown(Copy copy, Map<DeclarationId, LoggedEntry> proofs) {
    SignedDeclaration statement = copy.made().statement();
    return new ShownDeclaration(
        body(copy.signed()),
        Optional.of(body(statement)),
        Optional.ofNullable(proofs.get(copy.signed().id())),
        Optional.ofNullable(proofs.get(statement.id())),
        inputs(copy.made(), proofs));
  }

  /** What all before it answer, when all are honest. */
  public Map<DeclarationId, HopAnswer> answers(Made root, Map<DeclarationId, LoggedEntry> proofs) {
    Map<DeclarationId, HopAnswer> answers = new HashMap<>();
    collect(root, proofs, answers);
    return answers;
  }

  private void collect(
      Made made, Map<DeclarationId, LoggedEntry> proofs, Map<DeclarationId, HopAnswer> answers) {
    for (Copy input : made.inputs()) {
      if (!answers.containsKey(input.signed().id())) {
        answers.put(input.signed().id(), new HopAnswer.Shown(shown(input, proofs)));
        collect(input.made(), proofs, answers);
      }
    }
  }

  static DeclarationBody body(SignedDeclaration signed) {
    // All of it: what is too long for one message comes in parts.
    return new DeclarationBody(new String(signed.bytes(), US_ASCII), Optional.of(signed.opening()));
  }

  static List<AuditedInput> inputs(Made made, Map<DeclarationId, LoggedEntry> proofs) {
    return made.inputs().stream().map(input -> input(input, proofs)).toList();
  }

  static AuditedInput input(Copy input, Map<DeclarationId, LoggedEntry> proofs) {
    SignedDeclaration signed = input.signed();
    return new AuditedInput(
        signed.view(NEXT_TIER),
        Optional.of(signed.opening()),
        Optional.ofNullable(proofs.get(signed.id())),
        Optional.empty(),
        input.made().firm().fingerprint().text());
  }

  public static Emissions fossil(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms));
  }
}
