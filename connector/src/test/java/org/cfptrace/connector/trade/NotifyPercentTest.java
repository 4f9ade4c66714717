package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.Map;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.wiring.NotifySettings;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.junit.jupiter.api.Test;

/** What the environment says about telling changes, from the variable to the person who is told. */
class NotifyPercentTest {
  private static final String VARIABLE = "CFPTRACE_NOTIFY_CHANGE_PERCENT";

  private final World world = new World();
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  @Test
  void whereNothingIsSaidTenPercentAreTold() {
    // 100 × 1.0999 = 109.99, and 109.99 × 1.1 = 120.989
    assertThat(isTold(Map.of(), "100", "109.99")).isFalse();
    assertThat(isTold(Map.of(), "109.99", "120.989")).isTrue();
  }

  @Test
  void whereTheVariableSaysSoLessOrMoreIsTold() {
    // 100 × 1.024 = 102.4, and 100 × 1.025 = 102.5
    assertThat(isTold(Map.of(VARIABLE, "2.5"), "100", "102.4")).isFalse();
    assertThat(isTold(Map.of(VARIABLE, "2.5"), "100", "102.5")).isTrue();
    // 100 × 1.29 = 129
    assertThat(isTold(Map.of(VARIABLE, "30"), "100", "129")).isFalse();
    assertThat(isTold(Map.of(VARIABLE, "30"), "100", "130")).isTrue();
  }

  @Test
  void aPercentageBelowZeroOrNoneAtAllKeepsTheConnectorFromStarting() {
    assertThatThrownBy(() -> startsWith(Map.of(VARIABLE, "-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> startsWith(Map.of(VARIABLE, "ten")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("cfptrace.notify.change-percent");
  }

  /** Whether people hear of a change of an own product, in a company with that environment. */
  private boolean isTold(Map<String, String> environment, String before, String after) {
    startsWith(environment);
    parts.emits(bracket, before);
    world.settle();
    long last = parts.lastTold();
    parts.emits(bracket, after);
    world.settle();
    return !parts.toldSince(last, NotificationType.UPDATED).isEmpty();
  }

  private void startsWith(Map<String, String> environment) {
    BigDecimal percent =
        new SmallRyeConfigBuilder()
            .withMapping(NotifySettings.class)
            .withSources(new EnvConfigSource(environment, 300))
            .build()
            .getConfigMapping(NotifySettings.class)
            .changePercent();
    parts.startsWithNotifyPercent(percent.toPlainString());
  }
}
