package org.cfptrace.registry.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionSecretsTest {
  @Test
  void namesEverySettingAtFaultAndNoValue() {
    assertThatThrownBy(
            () ->
                ProductionSecrets.check(
                    Map.of(
                        "B_PASSWORD", Optional.of("dev-secret-of-the-example"),
                        "A_PASSWORD", Optional.empty())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "production does not start: A_PASSWORD is not set; B_PASSWORD is a development secret");
  }

  @Test
  void letsASecretOfItsOwnPass() {
    assertThatCode(() -> ProductionSecrets.check(Map.of("A_PASSWORD", Optional.of("k2Jw8sQe0bTz"))))
        .doesNotThrowAnyException();
  }
}
