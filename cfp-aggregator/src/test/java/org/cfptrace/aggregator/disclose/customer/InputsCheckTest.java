package org.cfptrace.aggregator.disclose.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.customer.Fixture.at;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.source;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.junit.jupiter.api.Test;

/** Rule 14: a product is no less than its parts, account by account. */
class InputsCheckTest {
  private static final Emissions TOTAL =
      fossil("10").plus(at(Stage.PRODUCTION, EmissionAccount.BIOGENIC_UPTAKE, "-4"));

  private static Emissions fossil(String kilograms) {
    return at(Stage.PRODUCTION, EmissionAccount.FOSSIL, kilograms);
  }

  private static List<Finding> found(SourceFacts... sources) {
    return InputsCheck.of(
        panel()
            .emissions(StageProfile.CATENA_X, Emissions.NONE, TOTAL)
            .sources(List.of(sources))
            .facts());
  }

  private static SourceFacts bought(String state, Emissions emissions) {
    return source("SUPPLIER", state, emissions, Optional.empty());
  }

  @Test
  void partsThatBringJustAsMuchAsTheProductAreTaken() {
    assertThat(found(bought("OK", fossil("7")), bought("OK", fossil("3")))).isEmpty();
    assertThat(found(bought("OK", fossil("10.000001")))).as("what rounding leaves").isEmpty();
  }

  @Test
  void partsThatBringMoreAreWarnedOfByTheirAccount() {
    List<Finding> found = found(bought("OK", fossil("7")), bought("OK", fossil("3.000002")));

    assertThat(found)
        .containsExactly(
            Finding.of(
                Finding.Code.IMPLAUSIBLE,
                "rule 14: the parts bring 10.000002 in the account fossil, the product states 10"));
    assertThat(found.get(0).code().weight()).isEqualTo(Finding.Weight.WARNS);
  }

  @Test
  void uptakeIsHeldOnItsOwnSideOfZero() {
    assertThat(found(bought("OK", at(Stage.PRODUCTION, EmissionAccount.BIOGENIC_UPTAKE, "-4"))))
        .isEmpty();
    assertThat(found(bought("OK", at(Stage.PRODUCTION, EmissionAccount.BIOGENIC_UPTAKE, "-5"))))
        .extracting(Finding::detail)
        .containsExactly(
            "rule 14: the parts bring -5 in the account biogenicUptake, the product states -4");
  }

  @Test
  void whatIsOwnOrDoesNotCountIsNoPart() {
    assertThat(
            found(
                source("OWN", "OK", fossil("100"), Optional.empty()),
                bought("RECALLED", fossil("100"))))
        .isEmpty();
  }
}
