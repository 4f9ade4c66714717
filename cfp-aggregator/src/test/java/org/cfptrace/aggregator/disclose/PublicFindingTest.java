package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of findings the public hears kinds and numbers, never parts. */
class PublicFindingTest {
  @Test
  void partsAndSuppliersAreNotNamed() {
    Stamp stamp =
        new Stamp(
            "exp-1",
            Instant.parse("2026-11-27T00:00:00Z"),
            List.of(
                new Finding(Finding.Code.NOT_STATED, "study", "Article 7(1)(g): the study"),
                new Finding(Finding.Code.MISSING_UPSTREAM, "cell/x", "foil of Secret Ltd: ASKED"),
                new Finding(Finding.Code.NOT_STATED, "web", "Article 7(1)(a): an address"),
                new Finding(Finding.Code.MISSING_UPSTREAM, "cell/y", "salt of Secret Ltd: ASKED")),
            Optional.empty(),
            Optional.empty());

    assertThat(PublicFinding.of(stamp))
        .extracting(PublicFinding::line)
        .containsExactly(
            "MISSING_UPSTREAM (2): part of the footprint is missing",
            "NOT_STATED (2): Article 7(1)(g): the study; Article 7(1)(a): an address");
  }
}
