package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void aPercentileIsATimeThatWasTaken() {
    Latencies latencies = new Latencies();
    for (int milliseconds = 200; milliseconds > 0; milliseconds--) {
      latencies.add(milliseconds * 1_000_000L);
    }

    assertThat(latencies.percentile(50)).isEqualTo(100.0);
    assertThat(latencies.percentile(99)).isEqualTo(198.0);
    assertThat(latencies.percentile(100)).isEqualTo(200.0);
  }

  @Test
  void oneTimeIsEveryPercentile() {
    Latencies latencies = new Latencies();
    latencies.add(7_000_000);

    assertThat(latencies.percentile(50)).isEqualTo(7.0);
    assertThat(latencies.percentile(99)).isEqualTo(7.0);
  }

  @Test
  void nothingMeasuredHasNoPercentile() {
    assertThatThrownBy(() -> new Latencies().percentile(50))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing was measured");
  }
}
