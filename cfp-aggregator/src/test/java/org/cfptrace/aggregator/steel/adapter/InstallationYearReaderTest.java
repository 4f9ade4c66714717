package org.cfptrace.aggregator.steel.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.cfptrace.aggregator.steel.CalculateEmbeddedEmissions;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.ProcessId;
import org.cfptrace.aggregator.steel.PublishedTables;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.SpecificEmbeddedEmissions;
import org.cfptrace.aggregator.steel.SteelFault;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Body;
import org.junit.jupiter.api.Test;

/** The JSON document of a calculation: read whole, or refused with the path of every fault. */
class InstallationYearReaderTest {
  private static final String PERIOD = "'period': {'from': '2026-01-01', 'to': '2026-12-31'}";
  private static final String ACTUAL =
      "{'direct': '1.40', 'indirect': '0', 'installation': 'Plant X', "
          + PERIOD
          + ", 'verifierReport': {'id': 'R-1', 'verifier': 'V'}}";
  private static final String PURCHASE =
      "{'id': 'dri', 'name': 'DRI', 'cn': '72031000', 'origin': 'IN', 'tonnes': '110', 'actual': "
          + ACTUAL
          + "}";
  private static final String PROCESS =
      """
      {'id': 'furnace', 'name': 'Furnace', 'good': 'CRUDE_STEEL', 'route': 'DRI_EAF',
       'outputs': [{'cn': '72071114', 'tonnes': '100'}],
       'streams': [
         {'name': 'fuel', 'method': 'MASS_BALANCE', 'direction': 'IN', 'tonnes': '100', 'carbonContent': '0.5'},
         {'name': 'electrode', 'method': 'MASS_BALANCE', 'direction': 'IN', 'tonnes': '10', 'factorPerTonne': '3.664'},
         {'name': 'steel', 'method': 'MASS_BALANCE', 'direction': 'OUT', 'tonnes': '50', 'carbonContent': '0.01'}],
       'precursors': [{'purchase': 'dri', 'tonnes': '110'}],
       'scrap': {'tonnes': '20', 'preConsumerTonnes': '5'}}
      """;

  @Test
  void readsADocumentAndItsNumbersAreExact() {
    var see = emissions(document(PURCHASE, PROCESS));

    // 2.18008 + 1.10 × 1.40
    assertThat(see).isEqualTo(SpecificEmbeddedEmissions.of("3.72008", "0"));
  }

  @Test
  void readsEveryKindOfStreamAndFlow() {
    String process =
        """
        {'id': 'furnace', 'name': 'F', 'good': 'CRUDE_STEEL', 'route': 'SCRAP_EAF',
         'outputs': [{'cn': '72071114', 'tonnes': '100', 'soldTonnes': '100'}],
         'streams': [
           {'name': 'gas', 'method': 'COMBUSTION', 'amount': '10', 'unit': 'THOUSAND_CUBIC_METRES',
            'calorificValue': '0.04', 'emissionFactor': '56.1', 'oxidationFactor': '0.995'},
           {'name': 'wood', 'method': 'COMBUSTION', 'amount': '10', 'unit': 'TONNE',
            'calorificValue': '0.015', 'emissionFactor': '112', 'zeroRatedShare': '1'},
           {'name': 'lime', 'method': 'PROCESS_EMISSION', 'amount': '20', 'unit': 'TONNE',
            'emissionFactor': '0.44', 'conversionFactor': '0.5'},
           {'name': 'coke', 'method': 'MASS_BALANCE', 'direction': 'IN', 'tonnes': '1',
            'factorPerTerajoule': '100', 'calorificValue': '0.03'}],
         'heatImported': [{'terajoules': '1', 'emissionFactor': '60'}],
         'heatExported': [{'terajoules': '0.5', 'emissionFactor': '60'}],
         'wasteGasImported': [{'amount': '100', 'unit': 'THOUSAND_CUBIC_METRES',
            'calorificValue': '0.003', 'naturalGasFactor': '56.1'}],
         'wasteGasExported': [{'amount': '10', 'unit': 'THOUSAND_CUBIC_METRES',
            'calorificValue': '0.003', 'naturalGasFactor': '56.1'}],
         'electricityConsumed': [{'megawattHours': '60', 'emissionFactor': '0.65', 'source': 'grid'}],
         'electricityProduced': [{'megawattHours': '10', 'emissionFactor': '0.4', 'source': 'own'}]}
        """;

    // gas 22.3278, wood 0, lime 4.4, coke 3, heat 60 − 30, waste gas 16.83 − 1.683 × 0.667,
    // electricity produced −4; divided by 100 t
    assertThat(emissions(document("", process)))
        .isEqualTo(SpecificEmbeddedEmissions.of("0.71435239", "0"));
  }

  @Test
  void refusesAFootprintFedAsAPrecursor() {
    refused(
        document(
            PURCHASE.replace("'actual': " + ACTUAL, "'footprint': {'total': '1650'}"), PROCESS),
        ProblemCode.NOT_SEE,
        "purchases[0].footprint NOT_SEE");
    refused(
        document(PURCHASE.replace("'tonnes'", "'declarationId': 'x', 'tonnes'"), PROCESS),
        ProblemCode.NOT_SEE,
        "purchases[0].declarationId NOT_SEE");
    refused(
        document(PURCHASE.replace("'direct'", "'unit': 'kgCO2e/kg', 'direct'"), PROCESS),
        ProblemCode.NOT_SEE,
        "purchases[0].actual.unit NOT_SEE");
  }

  @Test
  void refusesCodesThatAreNotOfEightDigits() {
    refused(
        document(PURCHASE.replace("72031000", "7203"), PROCESS.replace("72071114", "7207 11 14")),
        ProblemCode.CN_INVALID,
        "purchases[0].cn CN_INVALID",
        "processes[0].outputs[0].cn CN_INVALID");
  }

  @Test
  void refusesAmountsThatAreNotAboveZero() {
    refused(
        document(
            PURCHASE.replace("'110'", "'0'"), PROCESS.replace("'tonnes': '100'", "'tonnes': '-1'")),
        ProblemCode.INVALID_FIELDS,
        "purchases[0].tonnes NOT_POSITIVE",
        "processes[0].outputs[0].tonnes NOT_POSITIVE",
        "processes[0].streams[0].tonnes NOT_POSITIVE");
  }

  @Test
  void refusesFactorsThatAreMissingOrUnknown() {
    refused(
        document(
            PURCHASE,
            PROCESS
                .replace(", 'carbonContent': '0.5'", "")
                .replace("'factorPerTonne': '3.664'", "'factor': 'electrode'")),
        ProblemCode.INVALID_FIELDS,
        "processes[0].streams[0].carbonContent REQUIRED",
        "processes[0].streams[1].carbonContent REQUIRED",
        "processes[0].streams[1].factor UNKNOWN_FIELD");
  }

  @Test
  void aBadlyWrittenDocumentIsToldItsBrokenRulesToo() {
    refused(
        document(PURCHASE.replace("72031000", "7203"), PROCESS.replace("'name': 'Furnace', ", "")),
        ProblemCode.INVALID_FIELDS,
        "purchases[0].cn CN_INVALID",
        "processes[0].name REQUIRED");
  }

  @Test
  void refusesAnActualValueOfOneTotalOnly() {
    refused(
        document(PURCHASE.replace("'direct': '1.40', 'indirect': '0'", "'total': '1.40'"), PROCESS),
        ProblemCode.INVALID_FIELDS,
        "purchases[0].actual.direct REQUIRED",
        "purchases[0].actual.indirect REQUIRED",
        "purchases[0].actual.total UNKNOWN_FIELD");
  }

  @Test
  void everyFaultOfACalculationHasACodeOfTheDoor() {
    for (SteelFault.Kind kind : SteelFault.Kind.values()) {
      assertThat(ProblemCode.valueOf(kind.name()).kind())
          .as(kind.name())
          .isEqualTo(ProblemCode.Kind.UNPROCESSABLE);
    }
  }

  private static void refused(String json, ProblemCode code, String... faults) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(json));

    assertThat(refused.errors())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly(faults);
    assertThat(refused.code()).isEqualTo(code);
  }

  private static SpecificEmbeddedEmissions emissions(String json) {
    return new CalculateEmbeddedEmissions(PublishedTables.defaultValues())
        .of(read(json))
        .fold(
            result -> result.of(new ProcessId("furnace")).emissions(),
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }

  private static InstallationYear read(String json) {
    return InstallationYearReader.read(
        Body.parse(json.replace('\'', '"').getBytes(UTF_8)),
        new InstallationId("works-a"),
        new ReportingYear(2026));
  }

  private static String document(String purchases, String processes) {
    return "{'name': 'Works A', 'country': 'JP', "
        + PERIOD
        + ", 'purchases': ["
        + purchases
        + "], 'processes': ["
        + processes
        + "]}";
  }
}
