package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small run of the log's benchmark, which checks every proof it makes. No times are asserted. */
class LogBenchTest {

  @Test
  void everyEntryHandedInIsInTheLogAndProven() throws Exception {
    LogBench.Figures figures = LogBench.run(3000);

    // The first status list is an entry too.
    assertThat(figures.entries()).isEqualTo(3001);
    assertThat(figures.made().count()).isEqualTo(2000);
    // 32 bytes a hash, and a little over.
    assertThat(figures.tileBytes()).isGreaterThan(3000 * 32);
  }
}
