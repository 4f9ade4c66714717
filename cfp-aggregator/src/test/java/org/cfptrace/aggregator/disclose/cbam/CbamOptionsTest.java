package org.cfptrace.aggregator.disclose.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** Options are read whole, or every fault is answered under its field. */
class CbamOptionsTest {

  @Test
  void readsEverythingAnOfficerCanState() {
    CbamOptions options = AWorks.options(AWorks.FULL);

    assertThat(options.operator().name()).hasValue("Example Steel Corporation");
    assertThat(options.operator().localName()).hasValue("例示製鉄株式会社");
    assertThat(options.site().latitude()).hasValue(new BigDecimal("35.35"));
    assertThat(options.verifier().orElseThrow().scope()).isEqualTo("SEE of goods");
    assertThat(options.goods()).hasSize(4);
    assertThat(options.exchange().documents())
        .containsExactly(new CbamOptions.CompanyId("order", "PO-5"));
    assertThat(FactsJson.read(FactsJson.write(options), CbamOptions.class)).isEqualTo(options);
  }

  @Test
  void nothingSaidIsNotTheSameAsNothingThere() {
    assertThat(AWorks.options("{}").captures()).isEmpty();
    assertThat(AWorks.options("{}").carbonPrices()).isEmpty();
    assertThat(AWorks.options("{'co2Captured': []}").captures()).hasValue(List.of());
    assertThat(AWorks.options("{'carbonPrices': []}").carbonPrices()).hasValue(List.of());
  }

  @Test
  void aCodeOfSevenDigitsIsCnInvalidWhereverItStands() {
    refused("{'cnCodes': ['7208360']}", "cnCodes[0] CN_INVALID");
    refused("{'cnCodes': ['7208 36 00']}", "cnCodes[0] CN_INVALID");
    refused("{'goods': [{'cn': '7208360'}]}", "goods[0].cn CN_INVALID");
    refused("{'cnCodes': ['72083600', '72083600']}", "cnCodes DUPLICATE");
    refused("{'goods': [{'cn': '72083600'}, {'cn': '72083600'}]}", "goods DUPLICATE");
  }

  @Test
  void theReportIsInEnglishSoNamesAndAddressesAreLatin() {
    refused("{'operator': {'name': '例示製鉄'}}", "operator.name NOT_LATIN");
    refused("{'installation': {'name': '君津'}}", "installation.name NOT_LATIN");
    refused(
        "{'operator': {'address': {'street': '浜1', 'city': 'Kimitsu', 'country': 'JP'}}}",
        "operator.address.street NOT_LATIN");
    assertThat(AWorks.options("{'operator': {'name': 'Zürich Stahl & Co. (2)'}}").operator().name())
        .hasValue("Zürich Stahl & Co. (2)");
  }

  @Test
  void placesAndNumbersHaveTheirForms() {
    refused(
        "{'installation': {'latitude': '90.1', 'longitude': '0'}}",
        "installation.latitude OUT_OF_RANGE",
        "installation.longitude REQUIRED");
    refused("{'installation': {'latitude': '35'}}", "installation.longitude REQUIRED");
    refused("{'installation': {'unLocode': 'Kimitsu'}}", "installation.unLocode INVALID");
    refused("{'operator': {'bpnl': 'BPNL1'}}", "operator.bpnl INVALID");
    refused(
        "{'operator': {'address': {}}}",
        "operator.address.street REQUIRED",
        "operator.address.city REQUIRED",
        "operator.address.country REQUIRED");
    refused(
        "{'goods': [{'cn': '72083600', 'specificFreeAllocation': '-1', 'requestedTonnes': '0',"
            + " 'indirectActualShare': '1.1', 'alloys': {'nickel': '100.1'}}]}",
        "goods[0].specificFreeAllocation OUT_OF_RANGE",
        "goods[0].indirectActualShare OUT_OF_RANGE",
        "goods[0].requestedTonnes NOT_POSITIVE",
        "goods[0].alloys.nickel OUT_OF_RANGE");
    refused(
        "{'carbonPrices': [{'instrument': 'tax', 'legalAct': 'Act', 'amount': 3, 'currency':"
            + " 'yen', 'country': 'Japan'}]}",
        "carbonPrices[0].amount DECIMAL_AS_STRING",
        "carbonPrices[0].currency INVALID",
        "carbonPrices[0].country INVALID");
    refused("{'co2Captured': [{'tonnes': '5'}]}", "co2Captured[0].receiver REQUIRED");
  }

  @Test
  void aVerifierIsStatedWholeOrNotAtAll() {
    refused(
        "{'verifier': {'reportId': 'R', 'name': 'V', 'period': {'from': '2026-12-31', 'to':"
            + " '2026-01-01'}}}",
        "verifier.accreditation REQUIRED",
        "verifier.period.to ENDS_BEFORE_BEGIN",
        "verifier.scope REQUIRED");
  }

  @Test
  void whatNobodyKnowsIsRefusedByName() {
    refused("{'colour': 'red'}", "colour UNKNOWN_FIELD");
    refused("{'operator': {'nme': 'x'}}", "operator.nme UNKNOWN_FIELD");
    refused("{'installation': {'lat': '1'}}", "installation.lat UNKNOWN_FIELD");
    refused("{'exchange': {'to': []}}", "exchange.to UNKNOWN_FIELD");
    refused("{'ownElectricity': {'chp': '1'}}", "ownElectricity.chp UNKNOWN_FIELD");
    refused(
        "{'precursors': [{'purchase': 'x', 'where': 'y'}]}", "precursors[0].where UNKNOWN_FIELD");
  }

  private static void refused(String options, String... expected) {
    Refused refused = catchThrowableOfType(Refused.class, () -> AWorks.options(options));
    assertThat(refused).as(options).isNotNull();
    assertThat(refused.errors())
        .extracting(error -> error.field() + " " + error.code())
        .containsExactly(expected);
  }
}
