package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.chain.ChainVerdict;
import org.junit.jupiter.api.Test;

/** The benchmark verifies the real thing. No times are asserted. */
class ChainBenchTest {

  @Test
  void theWholeTreeIsVerified() {
    AuditedTree tree = new AuditedTree(60);

    ChainVerdict verdict = tree.verify(tree.verifier());

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops()).hasSize(60);
    assertThat(verdict.coverage().text()).isEqualTo("100");
    assertThat(ChainBench.round(tree)).isPositive();
  }
}
