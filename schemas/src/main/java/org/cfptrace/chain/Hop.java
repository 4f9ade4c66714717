package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * One declaration on the way up the chain.
 *
 * @param seen what its customer was shown of it; empty for the root
 * @param silence why there is nothing to check: the outcome, and a word for a person
 * @param finding what was found where it was shown
 * @param uses the hops its own sum rests on
 */
record Hop(
    OptionalInt buyer,
    ParticipantId company,
    DeclarationId id,
    Optional<VerifiedDeclaration> seen,
    Optional<Silence> silence,
    Optional<Finding> finding,
    List<Use> uses) {

  /** Not shown. */
  record Silence(HopOutcome outcome, String why) {}

  /** How much of a sum rests on another hop, without its sign. */
  record Use(int hop, KgCo2e size) {}

  /** A product of a company for a period: what copies for several customers have in common. */
  record Stated(ParticipantId company, TraceId product, Period period) {
    static Optional<Stated> of(VerifiedDeclaration declaration) {
      return declaration
          .product()
          .flatMap(
              product ->
                  declaration
                      .period()
                      .map(
                          period ->
                              new Stated(
                                  declaration.issuer(), product.traceId(), period.period())));
    }
  }

  Hop {
    requireNonNull(buyer, "buyer");
    requireNonNull(company, "company");
    requireNonNull(id, "id");
    requireNonNull(seen, "seen");
    requireNonNull(silence, "silence");
    requireNonNull(finding, "finding");
    uses = List.copyOf(uses);
  }

  Hop with(Finding.Fault fault) {
    return new Hop(
        buyer, company, id, seen, silence, finding.map(found -> found.with(fault)), uses);
  }

  /** Whether its emissions were verified; not where somebody else has worked them out. */
  boolean isCovered() {
    return finding
        .filter(found -> found.fault().isEmpty())
        .filter(found -> !found.remarks().contains(Remark.WORKED_OUT_ELSEWHERE))
        .isPresent();
  }

  /** The fullest view there is of it. */
  Optional<VerifiedDeclaration> declaration() {
    return finding.flatMap(Finding::evidence).map(Evidence::declaration).or(() -> seen);
  }

  Optional<Stated> stated() {
    return declaration().flatMap(Stated::of);
  }

  /** What it is about, where it holds. */
  Optional<Told> told() {
    return finding.filter(found -> found.fault().isEmpty()).flatMap(this::told);
  }

  private Optional<Told> told(Finding found) {
    Optional<VerifiedDeclaration> read = found.evidence().map(Evidence::declaration);
    Optional<Stated> about = read.flatMap(Stated::of);
    Optional<DeclarationId> statement = read.flatMap(StatementCheck::statementOf);
    return about.flatMap(
        stated ->
            statement.map(
                behind ->
                    new Told(
                        id,
                        stated.company(),
                        stated.product(),
                        stated.period(),
                        behind,
                        found.corrected())));
  }

  HopVerdict verdict(Coverage share) {
    Optional<Finding.Fault> fault = finding.flatMap(Finding::fault);
    HopOutcome outcome =
        silence
            .map(Silence::outcome)
            .orElse(fault.isPresent() ? HopOutcome.FAILED : HopOutcome.VERIFIED);
    Optional<ProductClaim> product = declaration().flatMap(VerifiedDeclaration::product);
    return new HopVerdict(
        buyer,
        company,
        id,
        product,
        outcome,
        fault.map(Finding.Fault::reason),
        fault.map(Finding.Fault::detail).or(() -> silence.map(Silence::why)),
        finding.map(Finding::remarks).orElse(Set.of()),
        share);
  }
}
