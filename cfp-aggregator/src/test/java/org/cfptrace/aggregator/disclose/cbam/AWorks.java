package org.cfptrace.aggregator.disclose.cbam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cfptrace.aggregator.steel.AnInstallation.AProcess.process;
import static org.cfptrace.aggregator.steel.AnInstallation.carbon;
import static org.cfptrace.aggregator.steel.AnInstallation.consuming;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;
import static org.cfptrace.aggregator.steel.GoodsCategory.CRUDE_STEEL;
import static org.cfptrace.aggregator.steel.GoodsCategory.IRON_OR_STEEL_PRODUCTS;
import static org.cfptrace.aggregator.steel.GoodsCategory.PIG_IRON;
import static org.cfptrace.aggregator.steel.GoodsCategory.SINTERED_ORE;
import static org.cfptrace.aggregator.steel.SourceStream.Direction.IN;
import static org.cfptrace.aggregator.steel.SourceStream.Direction.OUT;
import static org.cfptrace.aggregator.steel.SteelRoute.BF_BOF;
import static org.cfptrace.aggregator.steel.SteelRoute.DRI_EAF;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.steel.AnInstallation;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.CalculateEmbeddedEmissions;
import org.cfptrace.aggregator.steel.DefaultValues;
import org.cfptrace.aggregator.steel.DefaultValuesTable;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYear;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;

/** A steel works of 2026 with its kept calculation, and what an officer asks of it. */
final class AWorks {
  static final Instant AS_OF = Instant.parse("2027-02-01T00:00:00Z");
  static final Tenant TENANT =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "abcdefgh234567ab"));

  /** Everything an officer can state. */
  static final String FULL =
      """
      {'operator': {'name': 'Example Steel Corporation', 'localName': '例示製鉄株式会社',
        'registrationNumber': '1234567890123', 'cbamId': 'OP-1', 'bpnl': 'BPNL00000000TEST',
        'email': 'cbam@mill.example',
        'address': {'street': '1-1 Hama', 'city': 'Kimitsu', 'postcode': '299-1141',
          'country': 'JP'}},
       'installation': {'name': 'Kimitsu Works', 'cbamId': 'IN-1', 'unLocode': 'JPKMT',
        'latitude': '35.35', 'longitude': '139.87', 'plotOrParcelNumber': 'P-7',
        'address': {'street': '1 Works Road', 'city': 'Kimitsu', 'country': 'JP'}},
       'verifier': {'reportId': 'VR-9', 'name': 'Verifying Ltd', 'accreditation': 'JAB V001',
        'period': {'from': '2026-01-01', 'to': '2026-12-31'}, 'scope': 'SEE of goods',
        'completedOn': '2027-01-20'},
       'goods': [
        {'cn': '26011200', 'requestedTonnes': '1450000', 'cnName': 'Iron ores, agglomerated', 'specificFreeAllocation': '0.1',
         'benchmarksConfirmed': true, 'indirectActualShare': '1',
         'indirectConfirmation': 'metered, direct technical link'},
        {'cn': '72011011', 'requestedTonnes': '1000000', 'specificFreeAllocation': '1.1', 'benchmarksConfirmed': true},
        {'cn': '72071114', 'requestedTonnes': '1100000', 'specificFreeAllocation': '1.2', 'benchmarksConfirmed': true},
        {'cn': '72083600', 'requestedTonnes': '1045000', 'cnName': 'Hot-rolled coils, over 10 mm', 'productName': '熱延コイル SS400',
         'specificFreeAllocation': '1.33575', 'benchmarksConfirmed': true,
         'alloys': {'manganese': '0.8', 'chromium': '0.02', 'nickel': '0.01', 'other': '0.05'}}],
       'precursors': [{'purchase': 'femn', 'operator': 'Alloys (Pty)', 'installation': 'Plant X'}],
       'carbonPrices': [], 'co2Captured': [],
       'exchange': {'requesting': [{'key': 'BPNL', 'value': 'BPNL00000000CUST'}],
        'responding': [{'key': 'BPNL', 'value': 'BPNL00000000TEST'}],
        'documents': [{'key': 'order', 'value': 'PO-5'}]}}\
      """;

  private AWorks() {}

  /** From sinter to coil; the electricity of sinter makes 0.02 t CO2e/t of it. */
  static InstallationYear chain() {
    return installation()
        .buying(purchase("femn", "72021120", "ZA", "8800", verified("1.40", "0")))
        .running(
            process("sinter", SINTERED_ORE, null)
                .making("26011200", "1450000")
                .emitting("348000")
                .with(consuming("58000", "0.5")))
        .running(
            process("pig-iron", PIG_IRON, BF_BOF)
                .making("72011011", "1000000")
                .emitting("1300000")
                .usingProcess("sinter", "1450000"))
        .running(
            process("steel", CRUDE_STEEL, BF_BOF)
                .making("72071114", "1100000")
                .emitting("132000")
                .with(consuming("600000", "0.5"))
                .usingProcess("pig-iron", "1000000")
                .usingPurchase("femn", "8800"))
        .running(
            process("coil", IRON_OR_STEEL_PRODUCTS, BF_BOF)
                .making("72083600", "1045000", "1045000")
                .emitting("62700")
                .usingProcess("steel", "1100000"))
        .build();
  }

  /** The electric furnace of the golden fixtures: 2.18008 of its own. */
  static AProcess furnace() {
    return process("furnace", CRUDE_STEEL, DRI_EAF)
        .making("72071114", "100")
        .with(carbon("fuel", IN, "100", "0.5"))
        .with(carbon("electrode", IN, "10", "1.0"))
        .with(carbon("steel", OUT, "50", "0.01"));
  }

  /** Fixture B: reduced iron with an actual value, and a ferro-alloy from France. */
  static AnInstallation furnaceWithPrecursors() {
    return installation()
        .buying(purchase("dri", "72031000", "IN", "110", verified("1.40", "0")))
        .buying(purchase("femn", "72021120", "FR", "5", verified("1.50", "0.9")))
        .running(furnace().usingPurchase("dri", "110").usingPurchase("femn", "5"));
  }

  /** Fixture C: nobody gave an actual value, so the default of 2.75 counts. */
  static AnInstallation furnaceWithDefault() {
    return installation()
        .buying(purchase("dri", "72031000", "IN", "110", null))
        .running(furnace().usingPurchase("dri", "110"));
  }

  /** The published rows of Japan and a made-up one of reduced iron. */
  static DefaultValues defaults() {
    return DefaultValuesTable.read(
        "test set, version 1",
        """
        country,cn,base,2026,2027,2028,indirect,route,source,as_of
        JP,7208,2.10,2.31,2.52,2.73,,C,IR (EU) 2025/2621,2025-12-31
        IN,7203,2.50,2.75,3.00,3.25,,D,made up,2026-01-01
        """);
  }

  static KeptInstallationYear kept(InstallationYear input) {
    SteelResult result =
        new CalculateEmbeddedEmissions(defaults())
            .of(input)
            .fold(
                done -> done,
                faults -> {
                  throw new AssertionError("refused: " + faults);
                });
    return new KeptInstallationYear(
        3, Instant.parse("2027-01-10T00:00:00Z"), "ab".repeat(32), result, defaults());
  }

  static CbamTarget target(InstallationYear input) {
    return new CbamTarget(
        (installation, year, asOf) ->
            installation.equals(input.installation()) && year.equals(input.year())
                ? Optional.of(kept(input))
                : Optional.empty());
  }

  static CbamOptions options(String text) {
    FieldErrors errors = new FieldErrors();
    CbamOptions options =
        CbamOptionsReader.read(Body.parse(text.replace('\'', '"').getBytes(UTF_8)).fields(errors));
    errors.refuseIfAny();
    return options;
  }

  static Gathered<CbamFacts> gathered(InstallationYear input, String options) {
    return gathered(input, options, Period.ofYear(2026));
  }

  static Gathered<CbamFacts> gathered(InstallationYear input, String options, Period period) {
    return target(input)
        .gather(
            TENANT, new Subject<>("works-a", Optional.empty(), period, AS_OF, options(options)));
  }

  /** Of each of these goods a tonne is asked for, and nothing else is stated. */
  static String tonneOf(String... cnCodes) {
    return Stream.of(cnCodes)
        .map(cn -> "{'cn': '" + cn + "', 'requestedTonnes': '1'}")
        .collect(Collectors.joining(", ", "{'goods': [", "]}"));
  }

  /** Facts as a job keeps and reads them. */
  static CbamFacts facts(InstallationYear input, String options) {
    return FactsJson.read(FactsJson.write(gathered(input, options).facts()), CbamFacts.class);
  }

  static Stamp stamp(Gathered<CbamFacts> gathered) {
    return new Stamp("EX-77", AS_OF, gathered.findings(), Optional.empty(), Optional.empty());
  }

  static List<ExportFile> files(InstallationYear input, String options) {
    Gathered<CbamFacts> gathered = gathered(input, options);
    return target(input).files(facts(input, options), stamp(gathered));
  }
}
