package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
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
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;

/** A door panel of steel and wood fibre, its maker, and exports of it. */
final class Fixture {
  static final TraceId PANEL = TraceId.of("urn:uuid:6f0e0f7c-3b52-4c3c-9d5b-2f1f6a1f0001");
  static final ParticipantId MAKER =
      new ParticipantId("did:web:registry.cfptrace.example:participants:abcdefghij234567");
  static final Instant AS_OF = Instant.parse("2026-05-01T03:04:05Z");
  static final Period YEAR = Period.ofYear(2025);
  static final String SECRET_SUPPLIER =
      "did:web:registry.cfptrace.example:participants:zzzzzzzz22222222";
  static final String SECRET_PART = "鋼板コイルX";
  private static final ObjectMapper READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Fixture() {}

  /**
   * Up to the gate A 10.25, C 0.5, D −3, E 0.25, F 0.125, G −0.0625, H 0.1875, of which packaging
   * is A 0.75 and D −0.5; transport from the gate A 1.5 and H 0.25. T1 = 8.25, T2 = 11.25.
   */
  static Emissions panelEmissions() {
    return at(Stage.PRODUCTION, EmissionAccount.FOSSIL, "9.5")
        .plus(at(Stage.PRODUCTION, EmissionAccount.BIOGENIC_NON_CO2, "0.5"))
        .plus(at(Stage.PRODUCTION, EmissionAccount.BIOGENIC_UPTAKE, "-2.5"))
        .plus(at(Stage.PRODUCTION, EmissionAccount.LAND_USE_CHANGE, "0.25"))
        .plus(at(Stage.PRODUCTION, EmissionAccount.LAND_MANAGEMENT_EMISSIONS, "0.125"))
        .plus(at(Stage.PRODUCTION, EmissionAccount.LAND_MANAGEMENT_REMOVALS, "-0.0625"))
        .plus(at(Stage.PRODUCTION, EmissionAccount.AIRCRAFT, "0.1875"))
        .plus(at(Stage.PACKAGING, EmissionAccount.FOSSIL, "0.75"))
        .plus(at(Stage.PACKAGING, EmissionAccount.BIOGENIC_UPTAKE, "-0.5"))
        .plus(at(Stage.TRANSPORT, EmissionAccount.FOSSIL, "1.5"))
        .plus(at(Stage.TRANSPORT, EmissionAccount.AIRCRAFT, "0.25"));
  }

  static Emissions at(Stage stage, EmissionAccount account, String kilograms) {
    return Emissions.of(stage, account, KgCo2e.of(kilograms));
  }

  static Product panel() {
    return new Product(
        DeclaredUnit.PIECE,
        Optional.of(MassPerUnit.of("4.25")),
        StageProfile.CATENA_X,
        CalculationBasis.AR6_CRADLE_TO_GATE,
        Emissions.NONE,
        panelEmissions(),
        Optional.of(PrimaryDataShare.of("56.125")),
        Optional.of(
            DataQuality.same(
                StageProfile.CATENA_X,
                QualityScale.ONE_TO_FIVE,
                Representativeness.of("1.5", "2", "2.25"))),
        List.of(),
        List.of());
  }

  /** What tests change of a product. */
  record Product(
      DeclaredUnit unit,
      Optional<MassPerUnit> mass,
      StageProfile profile,
      CalculationBasis basis,
      Emissions own,
      Emissions total,
      Optional<PrimaryDataShare> primary,
      Optional<DataQuality> quality,
      List<SourceFacts> sources,
      List<Finding> findings) {
    Product unit(DeclaredUnit other, Optional<MassPerUnit> itsMass) {
      return new Product(
          other, itsMass, profile, basis, own, total, primary, quality, sources, findings);
    }

    Product basis(CalculationBasis other) {
      return new Product(
          unit, mass, profile, other, own, total, primary, quality, sources, findings);
    }

    Product emissions(StageProfile itsProfile, Emissions itsOwn, Emissions itsTotal) {
      return new Product(
          unit, mass, itsProfile, basis, itsOwn, itsTotal, primary, quality, sources, findings);
    }

    Product data(Optional<PrimaryDataShare> share, Optional<DataQuality> rating) {
      return new Product(unit, mass, profile, basis, own, total, share, rating, sources, findings);
    }

    Product sources(List<SourceFacts> others) {
      return new Product(
          unit, mass, profile, basis, own, total, primary, quality, others, findings);
    }

    Product findings(List<Finding> others) {
      return new Product(unit, mass, profile, basis, own, total, primary, quality, sources, others);
    }

    ProductFacts facts() {
      return new ProductFacts(
          new CompanyFacts(
              MAKER.did(), "株式会社サンプル部品", "JP", Optional.of("1010001000006"), Optional.empty()),
          PANEL,
          "ドアパネル DP-100",
          "door panel",
          unit,
          mass,
          Optional.of("第一工場"),
          YEAR,
          profile,
          basis,
          own,
          total,
          true,
          Share.NONE,
          primary,
          quality,
          sources);
    }

    ProductReader reader() {
      return new ProductReader() {
        @Override
        public Gathered<ProductFacts> read(
            Tenant tenant, TraceId product, Subject<?> subject, Set<String> options) {
          return new Gathered<>(
              facts(),
              new Evidence(
                  List.of(),
                  List.of(new Evidence.FactorSource("examples", "1", "worldsteel")),
                  List.of(),
                  List.of()),
              List.of(),
              findings);
        }
      };
    }
  }

  static SourceFacts source(String kind, String state, Emissions emissions, Optional<String> pds) {
    return new SourceFacts(
        1,
        kind,
        List.of(SECRET_PART),
        List.of("line-1"),
        "urn:uuid:6f0e0f7c-3b52-4c3c-9d5b-2f1f6a1f0002",
        SECRET_PART,
        Optional.of(SECRET_SUPPLIER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        state,
        "PRIMARY",
        true,
        emissions,
        pds.map(PrimaryDataShare::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static final String CATENA_X_OPTIONS =
      """
      {
        "bpnl": "BPNL000000000DWF",
        "companyIds": ["urn:company.example"],
        "domain": "company.example",
        "customerPartId": "A 123/4",
        "productDescription": "Panel, 木質繊維 with steel",
        "validFrom": "2026-01-01",
        "validUntil": "2026-12-31",
        "geographyCountry": "JP",
        "crossSectoralStandards": ["ISO 14067"],
        "productOrSectorSpecificRules": ["Catena-X PCF Rulebook v4"],
        "exemptedEmissionsPercent": "1.5",
        "exemptedEmissionsDescription": "Auxiliaries below 0.1 percent each",
        "allocationRulesDescription": "By mass",
        "allocationWasteIncineration": "polluter pays principle",
        "ccsTechnologicalCO2CaptureIncluded": false,
        "massBalancingUsed": false,
        "biogenicCarbonContent": "0.8125",
        "comment": "Second series"
      }
      """;

  static final String PACT_OPTIONS =
      """
      {
        "bpnl": "BPNL000000000DWF",
        "domain": "company.example",
        "customerPartId": "A 123/4",
        "productIds": ["urn:gtin:4712345060507"],
        "validFrom": "2026-01-01",
        "validUntil": "2027-12-31",
        "geographyCountry": "JP",
        "crossSectoralStandards": ["ISO14067", "PACT-3.0"],
        "productOrSectorSpecificRules": [
          {"operator": "Other", "ruleNames": ["JAPIA LCI"], "otherOperatorName": "JAPIA"}
        ],
        "exemptedEmissionsPercent": "0",
        "allocationRulesDescription": "By mass",
        "ccsTechnologicalCO2CaptureIncluded": false,
        "fossilCarbonContent": "0.25",
        "biogenicCarbonContent": "0.8125"
      }
      """;

  static Stamp stamp(Finding... findings) {
    return new Stamp("exp-0001", AS_OF, List.of(findings), Optional.empty(), Optional.empty());
  }

  static Gathered<PcfFacts> gather(PcfFormat format, Product product, String options) {
    PcfTarget target = new PcfTarget(format, product.reader());
    FieldErrors errors = new FieldErrors();
    var fields = Body.parse(options.getBytes(UTF_8)).fields(errors);
    PcfOptions read = target.options(fields);
    fields.refuseOthers();
    errors.refuseIfAny();
    return target.gather(
        new Tenant(MAKER), new Subject<>(PANEL.toString(), Optional.empty(), YEAR, AS_OF, read));
  }

  static Gathered<PcfFacts> gather(PcfFormat format) {
    return gather(format, panel(), options(format));
  }

  static String options(PcfFormat format) {
    return format.isCatenaX() ? CATENA_X_OPTIONS : PACT_OPTIONS;
  }

  static ExportFile file(PcfFormat format, PcfFacts facts, Stamp stamp) {
    return new PcfTarget(format, panel().reader()).files(facts, stamp).get(0);
  }

  static JsonNode document(PcfFormat format) {
    return json(file(format, gather(format).facts(), stamp()));
  }

  static JsonNode json(ExportFile file) {
    try {
      return READER.readTree(file.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same file with something spoiled. */
  static List<ExportFile> spoiled(ExportFile file, UnaryOperator<String> spoil) {
    String before = new String(file.bytes(), UTF_8);
    String after = spoil.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing was spoiled");
    }
    return List.of(new ExportFile(file.name(), file.mediaType(), after.getBytes(UTF_8)));
  }

  static List<Code> codes(Gathered<?> gathered) {
    return gathered.findings().stream().map(Finding::code).toList();
  }

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
