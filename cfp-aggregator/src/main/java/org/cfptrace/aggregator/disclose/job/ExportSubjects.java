package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What exports are about, and what was found out of it, kept. */
public interface ExportSubjects {
  /**
   * A subject as it was ordered.
   *
   * @param options JSON
   */
  record Ordered(String subject, String options) {
    public Ordered {
      requireNonNull(subject, "subject");
      requireNonNull(options, "options");
    }
  }

  /**
   * What is known of a subject.
   *
   * @param place counted from 1, in the order of the request
   * @param folder in which its files lie
   * @param factsDigest of subject, options and facts; empty until they are gathered
   * @param findings the heaviest first
   * @param manifestSha256 of its own manifest, hexadecimal; empty until its files are there
   */
  record Known(
      int place,
      String subject,
      String folder,
      String options,
      Optional<String> factsDigest,
      List<Finding> findings,
      Optional<String> manifestSha256) {
    public Known {
      requireNonNull(subject, "subject");
      requireNonNull(folder, "folder");
      requireNonNull(options, "options");
      requireNonNull(factsDigest, "factsDigest");
      findings = List.copyOf(findings);
      requireNonNull(manifestSha256, "manifestSha256");
    }
  }

  /**
   * How many findings files state.
   *
   * @param warnings those that warn
   * @param overridden those that block, and were overridden
   */
  record Told(long warnings, long overridden) {
    /** Those of one subject. */
    static Told of(List<Finding> findings) {
      return new Told(with(findings, Finding.Weight.WARNS), with(findings, Finding.Weight.BLOCKS));
    }

    private static long with(List<Finding> findings, Finding.Weight weight) {
      return findings.stream().filter(finding -> finding.code().weight() == weight).count();
    }
  }

  /** Adds the subjects of a new job. */
  void add(Tenant tenant, UUID export, List<Ordered> subjects);

  /** Those whose facts are missing, in their order. */
  List<Known> ungathered(Tenant tenant, UUID export, int most);

  /**
   * Keeps what was gathered of a subject.
   *
   * @param facts with evidence, results and findings, JSON; empty where they could not be gathered
   */
  void gathered(
      Tenant tenant,
      UUID export,
      int place,
      Optional<String> facts,
      String digest,
      List<Finding> findings);

  /** The facts of these are missing again, as long as they have no files. */
  void gatherAnew(Tenant tenant, UUID export, List<Integer> places);

  /** What was gathered of a subject: facts, evidence, results and findings, JSON. */
  Optional<String> facts(Tenant tenant, UUID export, int place);

  /** Forgets what was gathered: of a job that has ended without files nothing stays. */
  void forget(Tenant tenant, UUID export);

  /** Those whose files are missing, in their order. */
  List<Known> unrendered(Tenant tenant, UUID export, int most);

  /** The files of a subject are there, and state so many findings. */
  void rendered(Tenant tenant, UUID export, int place, String manifestSha256, Told told);

  /** How many findings the files of all subjects state together. */
  Told told(Tenant tenant, UUID export);

  /** The files of all of them are missing again. */
  void renderAnew(Tenant tenant, UUID export);

  /** All of them in their order, without findings, each handed on as it is read. */
  void each(Tenant tenant, UUID export, Consumer<Known> each);

  Page<Known> page(Tenant tenant, UUID export, PageRequest page);

  Optional<Known> find(Tenant tenant, UUID export, int place);

  /** How many have a finding of a weight. */
  long with(Tenant tenant, UUID export, Finding.Weight weight);
}
