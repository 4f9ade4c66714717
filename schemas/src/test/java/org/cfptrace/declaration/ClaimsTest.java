package org.cfptrace.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
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
import org.cfptrace.keys.Randomness;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsTest {
  private static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa");
  private static final DeclarationId ID =
      DeclarationId.ofSigningInput("x".getBytes(StandardCharsets.US_ASCII));
  private static final TraceId STEEL = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  private static final Emissions EMISSIONS =
      Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, KgCo2e.of("3.141592653"))
          .and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-0.5"));

  private static final Emissions BATTERY =
      Emissions.of(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, KgCo2e.of("4200"))
          .and(Stage.MAIN_PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("1500"))
          .and(Stage.DISTRIBUTION, EmissionAccount.AIRCRAFT, KgCo2e.of("150"))
          .and(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT, KgCo2e.of("-150"));
  private static final Emissions PACKED =
      Emissions.of(Stage.PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("2"))
          .and(Stage.PACKAGING, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-0.5"))
          .and(Stage.TRANSPORT, EmissionAccount.FOSSIL, KgCo2e.of("0.1"));

  static Stream<Claim> claims() {
    return Stream.of(
        new ProductClaim(
            STEEL,
            Optional.of("P-1"),
            "鋼板",
            "steel",
            DeclaredUnit.PIECE,
            Optional.of(MassPerUnit.of("2.5"))),
        TotalClaim.of(CommittedTotals.of(EMISSIONS), false, Share.of("0.25")),
        new PeriodClaim(Period.ofYear(2025), LocalDate.parse("2027-12-31")),
        new MethodClaim(
            List.of("ISO 14067:2018"),
            CalculationBasis.AR6_CRADLE_TO_GATE,
            Optional.of("mass"),
            Optional.of(new BigDecimal("1.5")),
            Optional.of("location-based")),
        AudienceClaim.fresh(MILL, Randomness.secure()),
        new SupersedesClaim(ID),
        new StatementClaim(ID),
        new TermsClaim(
            Optional.of("agreement-1"),
            Optional.of("policy"),
            Set.of(Audience.AUDITOR, Audience.AGGREGATOR)),
        new QualityClaim(
            Optional.of(PrimaryDataShare.of("80.5")),
            Optional.of(
                new DataQuality(
                    QualityScale.ONE_TO_THREE,
                    Map.of(Stage.MAIN, Representativeness.of("1", "2", "3"))))),
        new QualityClaim(Optional.empty(), Optional.empty()),
        new StagesClaim(StageProfile.OURANOS, EMISSIONS),
        new OwnClaim(EMISSIONS),
        new StagesClaim(StageProfile.EU_BATTERY, BATTERY),
        new StagesClaim(StageProfile.CATENA_X, PACKED),
        new OwnClaim(BATTERY),
        new CoverageClaim(3, 2),
        new SiteClaim("Kakogawa", "JP"),
        new InputsClaim(
            List.of(
                new InputElement(
                    Optional.of(
                        new InputElement.Source(
                            MILL,
                            ID,
                            Commitment.to(CommitmentOpening.fresh(1, 2, 3, Randomness.secure())),
                            STEEL)),
                    Quantity.of("2.5", DeclaredUnit.KILOGRAM),
                    Yield.of("0.8"),
                    new Fraction(new BigDecimal("0.3"), new BigDecimal("3.6")),
                    KgCo2e.of("-1.25"),
                    Optional.of(KgCo2e.of("0.25")),
                    "OK",
                    OptionalInt.of(7)))),
        new ProcessClaim(
            Optional.of(
                new QualityClaim(Optional.of(PrimaryDataShare.of("100")), Optional.empty())),
            Optional.of(
                new ProcessClaim.Rest(
                    Map.of(Stage.MAIN, KgCo2e.of("1.5"), Stage.UNSPLIT, KgCo2e.of("0.000000001")),
                    new QualityClaim(Optional.empty(), Optional.empty()),
                    Share.of("0.5")))),
        new ProcessClaim(Optional.empty(), Optional.empty()),
        new JsonClaim(ClaimName.EVIDENCE, StrictJson.array().add("x")),
        new JsonClaim(ClaimName.EXT, StrictJson.object().put("a", "1")));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimSurvivesItsJson(Claim claim) {
    JsonNode json = StrictJson.parse(StrictJson.write(claim.toJson()));

    assertThat(Claims.read(claim.name(), json)).isEqualTo(claim);
  }

  @Test
  void everyOneOfThe23ClaimsCanBeRead() {
    Set<ClaimName> shown =
        claims()
            .map(Claim::name)
            .collect(Collectors.toCollection(() -> EnumSet.allOf(ClaimName.class)));
    shown.addAll(JsonClaim.NAMES);

    assertThat(shown).hasSize(23).containsExactlyInAnyOrder(ClaimName.values());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aMemberNobodyAgreedOnIsRefused(Claim claim) {
    JsonNode json = claim.toJson();
    if (claim instanceof JsonClaim || !json.isObject()) {
      return;
    }
    JsonNode more = ((com.fasterxml.jackson.databind.node.ObjectNode) json).put("more", "1");

    assertThatThrownBy(() -> Claims.read(claim.name(), more))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PRODUCT|\"unit\":\"piece\"|\"unit\":\"t\"|UNIT",
        "PRODUCT|\"unit\":\"piece\"|\"unit\":\"gCO2e\"|UNIT",
        "PRODUCT|\"massPerUnit\":\"2.5\"|\"massPerUnit\":\"0\"|NUMBER",
        "PRODUCT|urn:uuid:1|urn:uuid:Z|MEMBER",
        "TOTAL|\"complete\":false|\"complete\":\"false\"|MEMBER",
        "TOTAL|\"estimatedShare\":\"0.25\"|\"estimatedShare\":\"1.1\"|NUMBER",
        "TOTAL|\"estimatedShare\":\"0.25\"|\"estimatedShare\":0|NUMBER",
        "TOTAL|\"3.141592653\"|\"8e0\"|NUMBER",
        "PERIOD|\"from\":\"2025-01-01\"|\"from\":\"2026-01-01\"|MEMBER",
        "PERIOD|\"validUntil\":\"2027-12-31\"|\"validUntil\":\"2024-12-31\"|MEMBER",
        "METHOD|AR6|AR9|MEMBER",
        "METHOD|\"1.5\"|\"100.1\"|NUMBER",
        "TERMS|[\"AGGREGATOR\",\"AUDITOR\"]|[\"AUDITOR\",\"AUDITOR\"]|MEMBER",
        "TERMS|[\"AGGREGATOR\",\"AUDITOR\"]|[\"NEXT_TIER\"]|MEMBER",
        "QUALITY|\"80.5\"|\"100.1\"|NUMBER",
        "QUALITY|\"GeR\":\"3\"|\"GeR\":\"4\"|NUMBER",
        "STAGES|\"biogenicUptake\":\"-0.5\"|\"biogenicUptake\":\"0.5\"|NUMBER",
        "STAGES|\"fossil\"|\"fossils\"|MEMBER",
        "STAGES|OURANOS|OTHER|MEMBER",
        "STAGES|OURANOS|EU_BATTERY|MEMBER",
        "STAGES|biogenicUptake|endOfLifeCredit|MEMBER",
        "STAGES|\"pre\"|\"rawMaterial\"|MEMBER",
        "OWN|\"pre\"|\"production\"|MEMBER",
        "PROCESS|\"unsplit\"|\"endOfLife\"|MEMBER",
        "COVERAGE|\"answered\":2|\"answered\":4|NUMBER",
        "COVERAGE|\"answered\":2|\"answered\":-2|MEMBER",
        "SITE|JP|jp|MEMBER",
        "INPUTS|\"yield\":\"0.8\"|\"yield\":\"0\"|NUMBER",
        "INPUTS|\"yield\":\"0.8\"|\"yield\":\"1.1\"|NUMBER",
        "INPUTS|\"state\":\"OK\"|\"state\":\"ok\"|MEMBER",
        "INPUTS|\"unit\":\"kilogram\"|\"unit\":\"tonne\"|UNIT",
        "AUDIENCE|did:web|did:key|MEMBER"
      })
  void aSpoiledValueIsRefused(ClaimName name, String good, String spoiled, Fault fault) {
    Claim claim = claims().filter(c -> c.name() == name).findFirst().orElseThrow();
    String json = new String(StrictJson.write(claim.toJson()), StandardCharsets.UTF_8);
    assertThat(json).contains(good);
    JsonNode changed =
        StrictJson.parse(json.replace(good, spoiled).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Claims.read(name, changed))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void stagesAreThoseOfTheirProfile() {
    assertThatThrownBy(() -> new StagesClaim(StageProfile.OURANOS, BATTERY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("are not those of profile OURANOS");
    assertThatThrownBy(() -> new StagesClaim(StageProfile.EU_BATTERY, EMISSIONS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsEstimatedNeverLooksSmaller() {
    TotalClaim claim = TotalClaim.of(new CommittedTotals(1, 0, 0), true, Share.of("0.000000001"));
    TotalClaim rounded =
        TotalClaim.of(
            new CommittedTotals(1, 0, 0), true, new Share(new BigDecimal("0.0000000001")));

    assertThat(rounded).isEqualTo(claim);
  }

  @Test
  void aDraftRefusesStagesThatDoNotAddUpAndClaimsItMakesItself() {
    DraftDeclaration draft =
        DraftDeclaration.of(MILL, MILL, new CommittedTotals(1, 0, 0), true, Share.NONE);

    assertThatThrownBy(() -> draft.with(new StagesClaim(StageProfile.OURANOS, EMISSIONS)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> draft.with(TotalClaim.of(new CommittedTotals(2, 0, 0), true, Share.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
