package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.aggregator.disclose.Evidence.Named;

/**
 * What was found out of a subject: all that its files will say, and what stands in their way.
 *
 * @param results the figures for the manifest, in order, each with its unit in its name
 */
public record Gathered<F>(F facts, Evidence evidence, List<Named> results, List<Finding> findings) {
  public Gathered {
    requireNonNull(facts, "facts");
    requireNonNull(evidence, "evidence");
    results = List.copyOf(results);
    findings = List.copyOf(findings);
  }
}
