package org.cfptrace.aggregator.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTest {
  @Test
  void aMissingSettingIsNamedAsTheEnvironmentSpellsIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Start.settings(given(Map.of())))
        .withMessage("set CFPTRACE_REGISTRY_URL to start");
  }

  @Test
  void withoutAProfileItIsProductionAndADevelopmentSecretStopsTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ProductionSecrets.refuseDevelopmentSecrets(secrets("dev-keys")))
        .withMessageStartingWith("cfptrace.keys.password is a development secret")
        .withMessageNotContaining("dev-keys");
  }

  @Test
  void theLocalStackMayUseDevelopmentSecrets() {
    Map<String, String> local = new HashMap<>(secretsOf("dev-keys"));
    local.put("quarkus.profile", "local");

    assertThatCode(() -> ProductionSecrets.refuseDevelopmentSecrets(given(local)))
        .doesNotThrowAnyException();
  }

  @Test
  void productionStartsWithSecretsOfItsOwn() {
    assertThatCode(() -> ProductionSecrets.refuseDevelopmentSecrets(secrets("9a2b7c")))
        .doesNotThrowAnyException();
  }

  private static Environment secrets(String keys) {
    return given(secretsOf(keys));
  }

  private static Map<String, String> secretsOf(String keys) {
    return Map.of(
        "cfptrace.keys.password",
        keys,
        "quarkus.datasource.password",
        "a long one",
        "quarkus.oidc.token.audience",
        "cfp-aggregator");
  }

  private static Environment given(Map<String, String> settings) {
    return new Environment(name -> Optional.ofNullable(settings.get(name)));
  }
}
