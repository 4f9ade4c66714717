package org.cfptrace.aggregator.battery.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cfptrace.aggregator.battery.CircularFootprint;
import org.cfptrace.aggregator.battery.CircularMaterial;
import org.cfptrace.aggregator.battery.CircularParameters;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parameters of the formula are read strictly, kept for good, and give what was published. */
class CircularParametersTest {
  private static final Tenant MAKER = Trees.MAKER;
  private static final Tenant OTHER = new Tenant(Trees.company("other"));

  /** Raw material 8.95, burdens 1.3 and credits 1.695, as CircularFootprintTest works them out. */
  private static final String ALL_SAID =
      """
      {"code": "m", "name": "Material", "kind": "PLASTIC", "a": "0.5", "b": "0.25", "r1": "0.3",
       "r2": "0.4", "r3": "0.2", "ev": "10", "erec": "4", "erecEol": "3", "evSubstituted": "8",
       "qualityIn": "0.9", "qualityOut": "0.75", "ed": "1",
       "energy": {"eer": "2", "lowerHeatingValue": "30", "heatEfficiency": "0.3", "heat": "0.1",
                  "electricityEfficiency": "0.2", "electricity": "0.4"}}
      """;

  private static final String LEAST =
      "{\"code\": \"m\", \"name\": \"M\", \"kind\": \"METAL\", \"r2\": \"0\", \"ev\": \"2\", \"ed\": \"1\"}";

  private static RealTables tables;
  private static SqlCircularParameterSets sets;

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    sets =
        new SqlCircularParameterSets(
            tables.database(), JsonMapper.builder().build(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  // ---- what comes with the program

  @Test
  void theExampleGivesWhatItsPublisherPrintedWithinARoundingOfOnePercent() {
    CircularParameters example = as(OTHER, () -> sets.all().get(sets.all().size() - 1));

    assertThat(example.draft()).isTrue();
    assertThat(example.source()).contains("Figure 20", "exemplary");
    assertPrinted(example, "copper-foil", "0.115086");
    assertPrinted(example, "nickel-sulphate", "0.313308");
    assertPrinted(example, "cobalt-sulphate", "1.2952907");
  }

  private static void assertPrinted(CircularParameters set, String code, String printed) {
    BigDecimal published = new BigDecimal(printed);
    BigDecimal total = material(set, code).perKilogram().total().value();
    assertThat(total.subtract(published).abs()).as(code).isLessThan(published.movePointLeft(2));
  }

  // ---- reading

  @Test
  void whatIsSaidIsWhatCounts() {
    CircularFootprint material = material(set("1", ALL_SAID), "m").perKilogram();

    assertThat(material.rawMaterial()).isEqualTo(KgCo2e.of("8.95"));
    assertThat(material.endOfLifeBurdens()).isEqualTo(KgCo2e.of("1.3"));
    assertThat(material.endOfLifeCredits()).isEqualTo(KgCo2e.of("1.695"));
  }

  @Test
  void whatIsNotSaidIsThePublishedDefault() {
    CircularFootprint metal = material(set("1", LEAST), "m").perKilogram();
    CircularFootprint plastic =
        material(set("1", LEAST.replace("METAL", "PLASTIC")), "m").perKilogram();

    assertThat(metal.a()).isEqualByComparingTo("0.2");
    assertThat(plastic.a()).isEqualByComparingTo("0.5");
    assertThat(metal.b()).isZero();
    assertThat(metal.r1()).isZero();
    assertThat(metal.total()).isEqualTo(KgCo2e.of("3"));
  }

  @Test
  void whatCountsAndIsNotSaidIsRefusedByNameAllAtOnce() {
    assertThat(
            faults(
                LEAST.replace(
                    "\"r2\": \"0\"", "\"r1\": \"0.1\", \"r2\": \"0.2\", \"r3\": \"0.3\"")))
        .containsExactlyInAnyOrder(
            "materials[0].erec REQUIRED",
            "materials[0].qualityIn REQUIRED",
            "materials[0].erecEol REQUIRED",
            "materials[0].evSubstituted REQUIRED",
            "materials[0].qualityOut REQUIRED",
            "materials[0].energy REQUIRED");
  }

  @Test
  void sharesBeyondTheWholeAndNegativeAmountsAreRefused() {
    assertThat(faults(ALL_SAID.replace("\"r3\": \"0.2\"", "\"r3\": \"0.7\"")))
        .containsExactly("materials[0].r3 OUT_OF_RANGE");
    assertThat(faults(ALL_SAID.replace("\"a\": \"0.5\"", "\"a\": \"1.1\"")))
        .containsExactly("materials[0].a OUT_OF_RANGE");
    assertThat(faults(ALL_SAID.replace("\"heat\": \"0.1\"", "\"heat\": \"-0.1\"")))
        .containsExactly("materials[0].energy.heat OUT_OF_RANGE");
    assertThat(faults(LEAST.replace("\"ev\": \"2\"", "\"ev\": \"-2\", \"weight\": \"1\"")))
        .containsExactlyInAnyOrder(
            "materials[0].ev OUT_OF_RANGE", "materials[0].weight UNKNOWN_FIELD");
  }

  @Test
  void oneCodeIsOneMaterial() {
    assertThat(faults(LEAST + "," + LEAST)).containsExactly("materials[1].code DUPLICATE");
  }

  // ---- keeping

  @Test
  void aVersionIsKeptAsItWasLoadedAndNotChanged() {
    CircularParameters first = set("kept", ALL_SAID);
    assertThat(as(MAKER, () -> sets.add(first))).isTrue();

    assertThat(as(MAKER, () -> sets.add(set("kept", LEAST)))).isFalse();

    assertThat(as(MAKER, () -> sets.find("ours", "kept"))).contains(first);
    assertThat(as(MAKER, () -> sets.all())).contains(first);
  }

  @Test
  void noSetOfACompanyIsSeenByAnother() {
    as(MAKER, () -> sets.add(set("secret", ALL_SAID)));

    assertThat(as(OTHER, () -> sets.find("ours", "secret"))).isEmpty();
    assertThat(as(OTHER, () -> sets.all())).hasSize(1);
    assertThat(as(OTHER, () -> sets.add(set("secret", LEAST)))).isTrue();
    assertThat(as(MAKER, () -> sets.find("ours", "secret"))).contains(set("secret", ALL_SAID));
  }

  @Test
  void theExampleCannotBeReplacedByAnother() {
    CircularParameters mine = set("1", LEAST);
    CircularParameters example =
        as(MAKER, () -> sets.find("battery-pass-example", "1")).orElseThrow();

    assertThat(
            as(
                MAKER,
                () ->
                    sets.add(
                        new CircularParameters(
                            example.id(),
                            example.version(),
                            "somebody",
                            2026,
                            "JP",
                            false,
                            mine.materials()))))
        .isFalse();
    assertThat(as(MAKER, () -> sets.find("battery-pass-example", "1"))).contains(example);
  }

  private static <T> T as(Tenant tenant, Supplier<T> work) {
    return tables.tenancy().as(tenant, work);
  }

  private static CircularMaterial material(CircularParameters set, String code) {
    return set.materials().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
  }

  private static CircularParameters set(String version, String materials) {
    FieldErrors errors = new FieldErrors();
    Optional<CircularParameters> set = read(version, materials, errors);
    assertThat(errors.list()).isEmpty();
    return set.orElseThrow();
  }

  private static List<String> faults(String materials) {
    FieldErrors errors = new FieldErrors();
    assertThat(read("1", materials, errors)).isEmpty();
    return errors.list().stream().map(CircularParametersTest::text).toList();
  }

  private static String text(FieldError fault) {
    return fault.field() + " " + fault.code();
  }

  private static Optional<CircularParameters> read(
      String version, String materials, FieldErrors errors) {
    String body =
        """
        {"id": "ours", "version": "%s", "source": "a test", "year": "2026", "region": "JP",
         "draft": false, "materials": [%s]}
        """
            .formatted(version, materials);
    return CircularParametersForm.read(Body.parse(body.getBytes(UTF_8)).fields(errors));
  }
}
