package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every file of an export states beside its facts. No other time is in a file than {@code
 * asOf}.
 *
 * @param exportId follows from the inputs
 * @param findings that are stated in the files: warnings, and what was overridden
 * @param override why a disclosure officer goes on in spite of what blocks
 * @param supersedes the export that this one corrects
 */
public record Stamp(
    String exportId,
    Instant asOf,
    List<Finding> findings,
    Optional<Overridden> override,
    Optional<String> supersedes) {
  public Stamp {
    requireNonNull(exportId, "exportId");
    requireNonNull(asOf, "asOf");
    findings = List.copyOf(findings);
    requireNonNull(override, "override");
    requireNonNull(supersedes, "supersedes");
  }

  /** A person's reason, and who it was. */
  public record Overridden(String reason, String by) {
    public Overridden {
      requireNonNull(reason, "reason");
      requireNonNull(by, "by");
    }
  }
}
