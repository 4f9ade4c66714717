package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small run of the roll-up's benchmark, which compares every digit. No times are asserted. */
class RollUpBenchTest {

  @Test
  void everyProductComesOutInMemoryAsInTheDatabase() throws Exception {
    RollUpBench.Figures figures = RollUpBench.run(6000, 7);

    assertThat(figures.products()).isEqualTo(6000);
    // Once after the first roll-up and once after all changes.
    assertThat(figures.compared()).isEqualTo(12_000);
    // Five lines a product and a tenth that use the hub: drawn by seed, so always as many.
    assertThat(figures.lines()).isBetween(29_000L, 32_000L);
    assertThat(figures.rows()).extracting(RollUpBench.Row::reached).allMatch(it -> it > 0);
    // What changes in the hub reaches a tenth of all products at least.
    assertThat(figures.rows().get(2).reached()).isGreaterThan(600);
  }
}
