package org.cfptrace.aggregator.query;

import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.IssuerWord;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;

/** A company's products in memory, and trees of them. */
public final class Trees {
  public static final Tenant MAKER = new Tenant(company("maker"));
  public static final Period YEAR = Period.ofYear(2025);
  public static final Instant AS_OF = Instant.parse("2026-03-01T00:00:00Z");

  /** When every structure was written. */
  public static final Instant WRITTEN = Instant.parse("2025-02-01T00:00:00Z");

  private final Map<TraceId, ProductStructure> structures = new LinkedHashMap<>();
  private final List<CollectedDeclaration> declarations = new ArrayList<>();
  private final Map<TraceId, Span> withheld = new HashMap<>();
  private final Map<ParticipantId, Span> suspended = new HashMap<>();
  private final Map<TraceId, LocalDate> incomplete = new HashMap<>();
  private Instant knownAt = AS_OF;

  /** A company of the demo's data space. */
  public static ParticipantId company(String name) {
    // An id has no 0, 1, 8 and 9.
    StringBuilder id = new StringBuilder();
    name.chars()
        .map(c -> Character.isDigit(c) ? 'b' + (c - '0') : c)
        .forEach(c -> id.append((char) c));
    return ParticipantId.of(
        "registry.cfptrace.example", id.append("a".repeat(16)).substring(0, 16));
  }

  /** The trace id of a product, by its name. */
  public static TraceId product(String name) {
    return new TraceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The id of a declaration, by the name of its product. */
  public static DeclarationId declaration(String name) {
    return DeclarationId.ofSigningInput(name.getBytes(StandardCharsets.UTF_8));
  }

  public static Emissions fossil(Stage stage, String kilograms) {
    return Emissions.of(stage, EmissionAccount.FOSSIL, KgCo2e.of(kilograms));
  }

  /** Own emissions, measured, rated 1, 2 and 3. */
  public static OwnEmissions measured(Emissions emissions) {
    return new OwnEmissions(
        emissions,
        DataQuality.same(QualityScale.ONE_TO_FIVE, Representativeness.of("1", "2", "3")),
        true,
        true);
  }

  /** A product made by the company itself. */
  public Trees made(
      String name,
      Optional<OwnEmissions> own,
      Optional<OwnEmissions> transport,
      StructureLine... lines) {
    return madeAt("BPNA000000000001", name, own, transport, lines);
  }

  /** A product made at a plant of the company. */
  public Trees madeAt(
      String plant,
      String name,
      Optional<OwnEmissions> own,
      Optional<OwnEmissions> transport,
      StructureLine... lines) {
    structures.put(
        product(name),
        new ProductStructure(
            product(name),
            name,
            Category.VEHICLE,
            Optional.of(plant),
            DeclaredUnit.PIECE,
            Optional.of(MassPerUnit.of("2")),
            CalculationBasis.AR6_CRADLE_TO_GATE,
            StageProfile.OURANOS,
            own,
            transport,
            List.of(lines),
            LocalDate.parse("2024-01-01"),
            Optional.empty()));
    return this;
  }

  /** What a supplier has declared of a product, per piece. */
  public Trees declared(String supplier, String name, Emissions emissions) {
    return declared(collected(declaration(name), supplier, name, emissions));
  }

  /** A declaration that was handed in. */
  public Trees declared(CollectedDeclaration declaration) {
    declarations.add(declaration);
    return this;
  }

  /** What a supplier has declared under an id, with an opening that fits its amounts. */
  public static CollectedDeclaration collected(
      DeclarationId id, String supplier, String name, Emissions emissions) {
    CommittedTotals totals = CommittedTotals.of(emissions);
    CommitmentOpening opening =
        new CommitmentOpening(
            micrograms(totals.gross()),
            micrograms(totals.removals()),
            micrograms(totals.uptake()),
            BigInteger.TWO);
    return collected(id, supplier, name, emissions, opening);
  }

  /** The same with the opening that came with it. */
  public static CollectedDeclaration collected(
      DeclarationId id,
      String supplier,
      String name,
      Emissions emissions,
      CommitmentOpening opening) {
    CommittedTotals totals = CommittedTotals.of(emissions);
    return new CollectedDeclaration(
        1,
        id,
        company(supplier),
        new ProductClaim(
            product(name),
            Optional.empty(),
            name,
            "PART",
            DeclaredUnit.PIECE,
            Optional.of(MassPerUnit.of("0.5"))),
        new PeriodClaim(YEAR, LocalDate.parse("2027-12-31")),
        Optional.of(TotalClaim.of(totals, true, Share.NONE)),
        Optional.of(
            new QualityClaim(
                Optional.of(PrimaryDataShare.of("80")),
                Optional.of(
                    DataQuality.same(
                        QualityScale.ONE_TO_FIVE, Representativeness.of("2", "2", "2"))))),
        Optional.of(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE)),
        Optional.of(new StagesClaim(StageProfile.OURANOS, emissions)),
        Commitment.to(opening),
        Optional.of(opening),
        List.of("product", "total"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AS_OF.minusSeconds(7200),
        AS_OF.minusSeconds(3600));
  }

  private static long micrograms(KgCo2e amount) {
    return amount.value().movePointRight(9).longValueExact();
  }

  public static StructureLine line(String id, String name, String pieces, LineSupply supply) {
    return new StructureLine(
        new BillOfMaterialsLine(
            new LineId(id),
            name,
            Quantity.of(pieces, DeclaredUnit.PIECE),
            Yield.FULL,
            null,
            supply,
            null),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Its issuer does not show the total of a product in that time. */
  public Trees withheld(String name, Span when) {
    withheld.put(product(name), when);
    return this;
  }

  /** Its issuer says since a day that figures are missing behind a product. */
  public Trees incomplete(String name, LocalDate since) {
    incomplete.put(product(name), since);
    return this;
  }

  /** A supplier is suspended in that time. */
  public Trees suspended(String supplier, Span when) {
    suspended.put(company(supplier), when);
    return this;
  }

  /** What follows is asked as it was known at that moment. */
  public Trees knownAt(Instant moment) {
    knownAt = moment;
    return this;
  }

  /** A product with everything beneath it, at the end of the year. */
  public Tree tree(String name, Set<String> options) {
    return tree(name, options, YEAR.to());
  }

  /** A product with everything beneath it, on a day. */
  public Tree tree(String name, Set<String> options, LocalDate day) {
    return Tree.of(
        MAKER,
        version(structures.get(product(name))),
        options,
        new Moment(day, knownAt),
        only(Structures.class, this::structures),
        new CollectedFigures(
            only(Declarations.class, this::declarations),
            only(IssuerWords.class, this::word),
            issuer -> suspended.containsKey(issuer) ? List.of(suspended.get(issuer)) : List.of()));
  }

  private static StructureVersion version(ProductStructure structure) {
    return new StructureVersion(1, WRITTEN, structure);
  }

  private List<StructureVersion> structures(Object[] arguments) {
    Set<?> wanted = (Set<?>) arguments[1];
    return structures.values().stream()
        .filter(it -> wanted.contains(it.traceId()))
        .map(Trees::version)
        .toList();
  }

  private IssuerWord word(Object[] arguments) {
    Span when = withheld.get(arguments[2]);
    LocalDate day = incomplete.get(arguments[2]);
    return new IssuerWord(
        when == null || when.until().isPresent() ? Set.of() : Set.of(SharedItem.TOTAL),
        Optional.ofNullable(day)
            .map(since -> new IssuerWord.Progress(false, Optional.empty(), since)),
        when == null ? List.of() : List.of(when));
  }

  private List<CollectedDeclaration> declarations(Object[] arguments) {
    return declarations.stream().filter(it -> it.product().traceId().equals(arguments[1])).toList();
  }

  /** A table of which one question alone is asked. */
  private static <T> T only(Class<T> type, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.apply(arguments)));
  }
}
