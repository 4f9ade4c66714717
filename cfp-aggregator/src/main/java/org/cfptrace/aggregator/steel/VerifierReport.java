package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

/**
 * The report of the accredited verifier an actual value rests on. We note which it is and give no
 * assurance of our own.
 *
 * @param accreditation the accreditation's number or body; empty where it was not said
 */
public record VerifierReport(String id, String verifier, String accreditation) {
  public VerifierReport {
    requireNonNull(id, "id");
    requireNonNull(verifier, "verifier");
    requireNonNull(accreditation, "accreditation");
  }
}
