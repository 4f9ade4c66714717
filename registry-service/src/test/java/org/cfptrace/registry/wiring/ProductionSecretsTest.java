package org.cfptrace.registry.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionSecretsTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "cfptrace.authority.password", "k2Jw8sQe0bTz",
          "quarkus.datasource.password", "a long passphrase",
          "quarkus.oidc.token.audience", "cfp-registry");

  @Test
  void namesEverySettingAtFaultAndNoValue() {
    assertThat(
            fault(
                Map.of(
                    "cfptrace.authority.password",
                    "",
                    "quarkus.datasource.password",
                    "dev-secret-of-the-example")))
        .contains(
            "production does not start: cfptrace.authority.password is empty;"
                + " quarkus.datasource.password is a development secret (dev-…)");
  }

  @Test
  void aMissingSecretIsAnEmptyOne() {
    assertThat(ProductionSecrets.fault(name -> Optional.empty()).orElseThrow())
        .contains("cfptrace.authority.password is empty")
        .contains("quarkus.datasource.password is empty");
  }

  @Test
  void withoutAnAudienceForTokensProductionDoesNotStart() {
    assertThat(fault(Map.of("quarkus.oidc.token.audience", "")))
        .contains("production does not start: quarkus.oidc.token.audience is empty");
  }

  @Test
  void letsSecretsOfItsOwnPass() {
    assertThat(fault(Map.of())).isEmpty();
  }

  @Test
  void itIsProductionWhenNothingElseIsSaid() {
    assertThat(ProductionSecrets.isProduction(Optional.empty())).isTrue();
    assertThat(ProductionSecrets.isProduction(Optional.of("site,prod"))).isTrue();
    assertThat(ProductionSecrets.isProduction(Optional.of("local"))).isFalse();
  }

  private static Optional<String> fault(Map<String, String> changes) {
    var settings = new HashMap<>(GOOD);
    settings.putAll(changes);
    return ProductionSecrets.fault(name -> Optional.ofNullable(settings.get(name)));
  }
}
