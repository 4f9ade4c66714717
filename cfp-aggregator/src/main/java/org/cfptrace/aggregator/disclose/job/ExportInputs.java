package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;

/** On which declarations exports rest, and which of these have fallen since. */
public interface ExportInputs {
  /** What has become of an input. */
  enum Fate {
    /** Its issuer has withdrawn the declaration. */
    RECALLED,
    /** Its issuer has corrected the declaration. */
    SUPERSEDED,
    /** Its issuer does not show the declaration any more. */
    WITHHELD,
    /** Whoever handed the declaration on follows it no more. */
    ENDED,
    /** The company has written it anew: a structure, an installation's year, a model. */
    REPLACED,
    /** The company has taken it out: a product and its structure. */
    REMOVED
  }

  /**
   * An input that stands no more: a declaration, or a source.
   *
   * @param source what the company itself has written, such as {@code STRUCTURE urn:uuid:…}
   */
  record Mark(Optional<DeclarationId> declaration, Optional<String> source, Fate kind, Instant at) {
    public Mark {
      requireNonNull(declaration, "declaration");
      requireNonNull(source, "source");
      requireNonNull(kind, "kind");
      requireNonNull(at, "at");
    }
  }

  /** An export rests on these; what has fallen already is marked at once. */
  void add(Tenant tenant, UUID export, List<Evidence.Input> inputs, Instant at);

  /** An export rests on these, too; from now on it is marked when one is written anew. */
  void addSources(Tenant tenant, UUID export, List<SourceVersion> sources, Instant at);

  /** Marks what has fallen by now and was not marked yet. */
  void markFallen(Tenant tenant, UUID export, Instant at);

  /** Forgets them: the export has ended without files. */
  void forget(Tenant tenant, UUID export);

  /**
   * Whether the products an export is about still have a structure for its period, as it is known
   * now; without one there is nothing to correct the export to.
   */
  boolean canBeMadeAnew(Tenant tenant, UUID export);

  /** What has become of them, the first first. */
  List<Mark> marks(Tenant tenant, UUID export, int most);
}
