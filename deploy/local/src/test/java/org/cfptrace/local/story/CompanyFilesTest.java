package org.cfptrace.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cfptrace.local.stack.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyFilesTest {

  private static final String MILL =
      """
      application: {name: Mill}
      products:
        coil: {product: {name: Coil, unit: kilogram}, emissions: [{values: [{value: 3.10}]}]}
      """;

  @TempDir Path folder;

  @Test
  void readsTheThreeTiersThatAreShippedInTheOrderOfSupply() {
    List<Company> companies = CompanyFiles.read(Installation.find().examples("three-tiers"));

    assertThat(companies)
        .extracting(Company::key)
        .containsExactly("auditor", "car-maker", "parts-maker", "steel-mill");
    assertThat(SupplyOrder.of(companies))
        .extracting(SupplyOrder.Made::id)
        .containsExactly("steel-mill/coil", "parts-maker/pack", "car-maker/car");
  }

  @Test
  void keepsAnUnquotedNumberDigitByDigit() throws Exception {
    write("mill", MILL);

    Company mill = CompanyFiles.read(folder).get(0);

    assertThat(mill.products().get("coil").emissions().get(0).toString())
        .isEqualTo("{\"values\":[{\"value\":\"3.10\"}]}");
  }

  @Test
  void namesTheFileAndMemberOfAnUnknownWord() throws Exception {
    write("mill", MILL + "prodcuts: {}\n");

    assertThatThrownBy(() -> CompanyFiles.read(folder))
        .isInstanceOf(BadCompanyFile.class)
        .hasMessage(
            "mill.yaml: unknown member prodcuts, known are"
                + " [application, invites, plants, products, terms]");
  }

  @Test
  void aCompanysTermsBecomeItsConnectorsEnvironment() throws Exception {
    write("mill", MILL + "terms: {onward: [AGGREGATOR, AUDITOR]}\n");
    write("other", MILL);
    write("silent", MILL + "terms: {onward: []}\n");

    assertThat(Company.environments(CompanyFiles.read(folder)))
        .isEqualTo(
            Map.of(
                "mill", Map.of("CFPTRACE_TERMS_ONWARD", "AGGREGATOR,AUDITOR"),
                "silent", Map.of("CFPTRACE_TERMS_ONWARD", "")));
  }

  @Test
  void theSuppliersThatAreShippedLetAnAggregatorSeeWhatTheyDeclare() {
    assertThat(CompanyFiles.read(Installation.find().examples("three-tiers")))
        .filteredOn(company -> company.onward().isPresent())
        .extracting(Company::key)
        .containsExactly("parts-maker", "steel-mill");
  }

  @Test
  void refusesASourceThatNobodyMakes() throws Exception {
    write("mill", MILL);
    write("parts", buyer("mill", "sheet"));

    assertThatThrownBy(() -> CompanyFiles.read(folder))
        .hasMessage(
            "parts.yaml: products.part.billOfMaterials: no product sheet at a company mill");
  }

  @Test
  void refusesProductsThatUseEachOther() throws Exception {
    write("one", buyer("two", "part"));
    write("two", buyer("one", "part"));

    List<Company> companies = CompanyFiles.read(folder);

    assertThatThrownBy(() -> SupplyOrder.of(companies))
        .hasMessage("products use each other in a circle: [one/part, two/part]");
  }

  @Test
  void refusesAnInvitationToNobodyAndAnEmptyFolder() throws Exception {
    assertThatThrownBy(() -> CompanyFiles.read(folder)).hasMessageContaining("no company in");
    write("mill", MILL + "invites: [nobody]\n");
    assertThatThrownBy(() -> CompanyFiles.read(folder))
        .hasMessage("mill.yaml: invites: no other company nobody among [mill]");
  }

  private static String buyer(String company, String product) {
    return """
    application: {name: Buyer}
    products:
      part:
        product: {name: Part, unit: piece}
        billOfMaterials:
          - {partName: x, amount: 1, sources: [{company: %s, product: %s}]}
    """
        .formatted(company, product);
  }

  private void write(String key, String text) throws IOException {
    Files.writeString(folder.resolve(key + ".yaml"), text, UTF_8);
  }
}
