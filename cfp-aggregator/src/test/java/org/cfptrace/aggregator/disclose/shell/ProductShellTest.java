package org.cfptrace.aggregator.disclose.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.battery.ABattery;
import org.cfptrace.aggregator.disclose.battery.World;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.junit.jupiter.api.Test;

/** Any product as an Asset Administration Shell. */
class ProductShellTest {
  private static final ProductShellOptions STATED =
      new ProductShellOptions(
          List.of("ISO 14067", "社内基準"),
          Optional.of("https://id.example.com/01/04012345678901"),
          Optional.of(
              new HandoverAddress(Optional.of("1-2-3"), Optional.of("431-0431"), "湖西市", "JP")),
          Optional.of(LocalDate.parse("2027-12-31")));

  /** 3 kg of own production and 0.5 kg of transport, less an uptake of 0.25. */
  private static final Emissions STEEL =
      Emissions.of(Stage.PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("3"))
          .and(Stage.PRODUCTION, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-0.25"))
          .and(Stage.TRANSPORT, EmissionAccount.FOSSIL, KgCo2e.of("0.5"));

  private DeclaredUnit unit = DeclaredUnit.KILOGRAM;
  private StageProfile profile = StageProfile.CATENA_X;
  private SystemBoundary boundary = SystemBoundary.CRADLE_TO_GATE;
  private Emissions emissions = STEEL;
  private final ProductShell shell = new ProductShell(reader());

  @Test
  void theFootprintIsPerDeclaredUnitWithoutUptake() throws IOException {
    JsonNode footprint = footprint(files(gather().facts()));

    assertThat(BatteryShellTest.value(footprint, "PcfCO2eq")).isEqualTo("3.5");
    assertThat(BatteryShellTest.value(footprint, "ReferenceImpactUnitForCalculation"))
        .isEqualTo("kg");
    assertThat(BatteryShellTest.value(footprint, "QuantityOfMeasureForCalculation")).isEqualTo("1");
    assertThat(BatteryShellTest.texts(footprint, "LifeCyclePhases"))
        .containsExactly("A1-A3", "A4 - transport to final destination");
    assertThat(BatteryShellTest.texts(footprint, "PcfCalculationMethods"))
        .containsExactly("ISO 14067", "社内基準");
  }

  @Test
  void datesAndTheAddressOfHandoverAreInIt() throws IOException {
    JsonNode footprint = footprint(files(gather().facts()));

    assertThat(BatteryShellTest.value(footprint, "PublicationDate"))
        .isEqualTo("2026-11-27T03:04:05Z");
    assertThat(BatteryShellTest.value(footprint, "ExpirationDate"))
        .isEqualTo("2028-01-01T00:00:00Z");
    JsonNode address = BatteryShellTest.element(footprint, "GoodsHandoverAddress");
    assertThat(BatteryShellTest.semanticId(address))
        .isEqualTo(
            "https://admin-shell.io/zvei/nameplate/1/0/ContactInformations/AddressInformation");
    assertThat(address.path("value"))
        .extracting(
            line -> line.path("idShort").textValue(),
            line -> line.at("/value/0/text").textValue(),
            line -> line.at("/value/0/language").textValue())
        .containsExactly(
            tuple("Street", "1-2-3", "en"),
            tuple("Zipcode", "431-0431", "en"),
            tuple("CityTown", "湖西市", "ja"),
            tuple("NationalCode", "JP", "en"));
  }

  @Test
  void withoutTransportItEndsAtTheGate() throws IOException {
    emissions = Emissions.of(Stage.PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("3"));

    assertThat(BatteryShellTest.texts(footprint(files(gather().facts())), "LifeCyclePhases"))
        .containsExactly("A1-A3");
  }

  @Test
  void aBatteryReachesToItsGrave() throws IOException {
    profile = StageProfile.EU_BATTERY;
    boundary = SystemBoundary.CRADLE_TO_GRAVE;
    unit = DeclaredUnit.PIECE;
    emissions = World.published();
    JsonNode footprint = footprint(files(gather().facts()));

    assertThat(BatteryShellTest.value(footprint, "PcfCO2eq")).isEqualTo("5700");
    assertThat(BatteryShellTest.texts(footprint, "LifeCyclePhases"))
        .containsExactly(
            "A1-A3", "A4 - transport to final destination", "C3 - recycling, waste treatment");
    assertThat(gather().findings()).isEmpty();
  }

  @Test
  void aUnitThatTheListDoesNotHaveForbids() {
    unit = DeclaredUnit.TON_KILOMETER;

    assertThat(gather().findings())
        .containsExactly(
            Finding.of(
                Finding.Code.UNIT_MISMATCH,
                "IDTA 02023 has no unit for a footprint per one ton-kilometer"));
  }

  @Test
  void phasesAfterTheGateThatNobodyTellsApartForbid() {
    boundary = SystemBoundary.CRADLE_TO_GRAVE;

    assertThat(gather().findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.BOUNDARY_MIX);
  }

  @Test
  void filesHaveNoFaultsAndTheSameFactsAreTheSameBytes() {
    ProductShellFacts facts = gather().facts();
    ProductShellFacts kept = FactsJson.read(FactsJson.write(facts), shell.facts());
    List<ExportFile> once = files(facts);
    List<ExportFile> again = files(kept);

    assertThat(kept).isEqualTo(facts);
    assertThat(shell.faults(facts, once)).isEmpty();
    assertThat(again.get(0).bytes()).isEqualTo(once.get(0).bytes());
    assertThat(again.get(1).bytes()).isEqualTo(once.get(1).bytes());
  }

  /** Who registers both must be able to tell them apart. */
  @Test
  void aCorrectionHasASubmodelOfItsOwnInTheSameShell() {
    Environment first =
        ShellPackage.readJson(shell.files(gather().facts(), ABattery.stamp()).get(0).bytes());
    Environment again =
        ShellPackage.readJson(shell.files(gather().facts(), ABattery.stamp()).get(0).bytes());
    Environment correction =
        ShellPackage.readJson(shell.files(gather().facts(), ABattery.overridden()).get(0).bytes());

    assertThat(id(again)).isEqualTo(id(first)).startsWith("urn:uuid:");
    assertThat(id(correction)).isNotEqualTo(id(first));
    assertThat(correction.getAssetAdministrationShells().get(0).getId())
        .isEqualTo(first.getAssetAdministrationShells().get(0).getId());
  }

  private static String id(Environment environment) {
    return environment.getSubmodels().get(0).getId();
  }

  @Test
  void optionsAreReadWithAllTheirFaults() {
    FieldErrors errors = new FieldErrors();
    shell.options(
        Body.parse(
                """
                {"calculationMethods": [], "assetId": "no uri",
                 "handoverAddress": {"country": "Japan"}, "expirationDate": "soon", "x": 1}
                """
                    .getBytes(UTF_8))
            .fields(errors));

    assertThat(errors.list())
        .extracting(FieldError::field, FieldError::code)
        .containsExactlyInAnyOrder(
            tuple("calculationMethods", "REQUIRED"),
            tuple("assetId", "INVALID"),
            tuple("handoverAddress.cityTown", "REQUIRED"),
            tuple("handoverAddress.country", "INVALID"),
            tuple("expirationDate", "INVALID"),
            tuple("x", "UNKNOWN_FIELD"));
  }

  @Test
  void optionsThatHoldAreTaken() {
    FieldErrors errors = new FieldErrors();
    ProductShellOptions options =
        shell.options(
            Body.parse(
                    """
                    {"calculationMethods": ["ISO 14067", "社内基準"],
                     "assetId": "https://id.example.com/01/04012345678901",
                     "handoverAddress": {"street": "1-2-3", "zipcode": "431-0431",
                       "cityTown": "湖西市", "country": "JP"},
                     "expirationDate": "2027-12-31"}
                    """
                        .getBytes(UTF_8))
                .fields(errors));

    assertThat(errors.list()).isEmpty();
    assertThat(options).isEqualTo(STATED);
  }

  private Gathered<ProductShellFacts> gather() {
    return shell.gather(
        World.MAKER,
        new Subject<>(
            ABattery.PRODUCT.toString(),
            Optional.empty(),
            Period.ofYear(2025),
            ABattery.AS_OF,
            STATED));
  }

  private List<ExportFile> files(ProductShellFacts facts) {
    return shell.files(facts, ABattery.stamp());
  }

  private static JsonNode footprint(List<ExportFile> files) throws IOException {
    JsonNode footprints =
        new ObjectMapper()
            .readTree(files.get(0).bytes())
            .at("/submodels/0/submodelElements/0/value");
    assertThat(footprints).hasSize(1);
    return footprints.get(0);
  }

  private ProductReader reader() {
    return (tenant, product, subject, options) ->
        new Gathered<>(
            new ProductFacts(
                ABattery.COMPANY,
                product,
                "鋼板 steel",
                "steel",
                unit,
                Optional.empty(),
                Optional.empty(),
                Period.ofYear(2025),
                profile,
                new CalculationBasis(GwpSet.AR6, boundary),
                emissions,
                emissions,
                true,
                Share.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of()),
            Evidence.NONE,
            List.of(),
            List.of());
  }
}
