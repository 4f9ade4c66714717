package org.cfptrace.aggregator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionSecretsTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "cfptrace.keys.password",
          "9a2b7c",
          "quarkus.datasource.password",
          "a long passphrase",
          "quarkus.oidc.token.audience",
          "cfp-aggregator");

  @Test
  void secretsOfOnesOwnAreFine() {
    assertThat(fault("cfptrace.keys.password", "9a2b7c")).isEmpty();
  }

  @Test
  void anEmptyKeyPasswordStopsTheStartAndTheMessageNamesTheProperty() {
    assertThat(fault("cfptrace.keys.password", ""))
        .contains("cfptrace.keys.password is empty: production does not start without it");
  }

  @Test
  void aMissingKeyPasswordStopsTheStart() {
    assertThat(ProductionSecrets.fault(name -> Optional.empty()))
        .contains("cfptrace.keys.password is empty: production does not start without it");
  }

  @Test
  void aDevelopmentPasswordOfTheDatabaseStopsTheStartAndIsNotShown() {
    assertThat(fault("quarkus.datasource.password", "dev-postgres"))
        .contains(
            "quarkus.datasource.password is a development secret (dev-…): production does not start"
                + " with it");
  }

  @Test
  void withoutAnAudienceForTokensProductionDoesNotStart() {
    assertThat(fault("quarkus.oidc.token.audience", ""))
        .contains(
            "quarkus.oidc.token.audience is empty: production does not accept tokens made for"
                + " others");
  }

  private static Optional<String> fault(String property, String value) {
    return ProductionSecrets.fault(
        name -> Optional.ofNullable(name.equals(property) ? value : GOOD.get(name)));
  }
}
