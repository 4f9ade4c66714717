package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where figures come from: what a manifest tells, so that each can be proved a year later.
 *
 * @param structureVersions of which products, as {@code trace id version}
 * @param method rules, warming potentials, rounding: name to text
 */
public record Evidence(
    List<Input> inputs,
    List<FactorSource> factorSets,
    List<String> structureVersions,
    List<Named> method) {
  public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of());

  public Evidence {
    inputs = List.copyOf(inputs);
    factorSets = List.copyOf(factorSets);
    structureVersions = List.copyOf(structureVersions);
    method = List.copyOf(method);
  }

  /**
   * A declaration a figure rests on.
   *
   * @param sha256 of the signed token as it came, lower-case hexadecimal
   * @param signer the issuer's did
   * @param state ACTIVE, SUPERSEDED, RECALLED or EXPIRED on the day of the export
   * @param evidence VERIFIED, with LOGGED where its place in the public log was proved, and
   *     LATE_ANCHOR where it came there more than a day after it was issued
   */
  public record Input(
      String declarationId,
      String sha256,
      String signer,
      String algorithm,
      String state,
      String evidence,
      Optional<Long> logIndex,
      LocalDate from,
      LocalDate to,
      LocalDate validUntil) {
    static final String VERIFIED = "VERIFIED";
    static final String LOGGED = "VERIFIED, LOGGED";
    static final String LOGGED_LATE = "VERIFIED, LOGGED, LATE_ANCHOR";

    public Input {
      requireNonNull(declarationId, "declarationId");
      requireNonNull(sha256, "sha256");
      requireNonNull(signer, "signer");
      requireNonNull(algorithm, "algorithm");
      requireNonNull(state, "state");
      requireNonNull(evidence, "evidence");
      requireNonNull(logIndex, "logIndex");
    }
  }

  /**
   * A versioned table of numbers.
   *
   * @param source who published it
   * @param sha256 of its numbers, lower-case hexadecimal; empty where it comes with this software
   */
  public record FactorSource(String id, String version, String source, Optional<String> sha256) {
    public FactorSource {
      requireNonNull(id, "id");
      requireNonNull(version, "version");
      requireNonNull(source, "source");
      requireNonNull(sha256, "sha256");
    }

    /** A table that comes with this software. */
    public FactorSource(String id, String version, String source) {
      this(id, version, source, Optional.empty());
    }
  }

  /** A named text. */
  public record Named(String name, String text) {}
}
