package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.disclose.Anchors.Anchor;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.rollup.SourceFigure;

/** Which signed declarations and which factors a footprint rests on. */
public final class InputEvidence {
  private final Declarations declarations;
  private final FactorSets factors;
  private final Anchors anchors;

  public InputEvidence(Declarations declarations, FactorSets factors, Anchors anchors) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.factors = requireNonNull(factors, "factors");
    this.anchors = requireNonNull(anchors, "anchors");
  }

  /** Whether any of it can be proved by a public log. */
  boolean isThereALog() {
    return anchors.isThereALog();
  }

  /** The evidence of what a product is made of; states are those of a day. */
  Evidence of(
      Tenant tenant,
      List<Contribution> contributions,
      LocalDate day,
      List<String> structureVersions,
      List<Named> method) {
    Set<DeclarationId> ids = new LinkedHashSet<>();
    Set<FactorReference> used = new LinkedHashSet<>();
    for (Contribution each : contributions) {
      each.figure()
          .map(SourceFigure.Given::reference)
          .ifPresent(it -> ids.add(new DeclarationId(it.declarationId())));
      each.line().flatMap(it -> it.factor()).ifPresent(used::add);
    }
    return new Evidence(
        ids.stream().map(id -> input(tenant, id, day)).toList(),
        used.stream().map(it -> factorSource(tenant, it)).distinct().toList(),
        structureVersions,
        method);
  }

  private Input input(Tenant tenant, DeclarationId id, LocalDate day) {
    return declarations
        .find(tenant, id)
        .map(it -> input(tenant, it, day))
        .orElseThrow(() -> new IllegalStateException("a figure rests on " + id + ", not kept"));
  }

  private Input input(Tenant tenant, CollectedDeclaration declaration, LocalDate day) {
    Optional<Anchor> anchor = anchors.of(declaration.id());
    String token = declarations.token(tenant, declaration.id()).orElseThrow();
    return new Input(
        declaration.id().value(),
        Digests.sha256(token.getBytes(US_ASCII)),
        declaration.issuer().did(),
        "ES256",
        declaration.stateOn(day).name(),
        anchor.map(InputEvidence::logged).orElse(Input.VERIFIED),
        anchor.map(Anchor::index),
        declaration.period().period().from(),
        declaration.period().period().to(),
        declaration.period().validUntil());
  }

  private static String logged(Anchor anchor) {
    return anchor.isLate() ? Input.LOGGED_LATE : Input.LOGGED;
  }

  private FactorSource factorSource(Tenant tenant, FactorReference reference) {
    Optional<FactorSet> set = factors.find(tenant, reference.set(), reference.version());
    return new FactorSource(
        reference.set(),
        reference.version(),
        set.map(it -> it.source() + ", " + it.year() + ", " + it.region()).orElse(""),
        set.map(FactorSetDigest::of));
  }
}
