package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.footprint.Emissions;

/**
 * What a pack does not tell because a maker's terms do not let its declaration go to an auditor:
 * who that is, what it delivers and what that brings. Its id, digest and state stay. Of two and
 * more the sum is told; one alone would be the total less all others, so then no source's part is
 * told.
 */
final class Withheld {
  static final String NAME = "withheld by its maker's terms";
  static final String OTHERS = "other sources";
  static final String ALL = "all sources";
  static final String KIND = "WITHHELD";

  private final Set<String> ids;
  private final List<SourceFacts> sources;

  /** Which product of which supplier. */
  private final Set<List<String>> products;

  /**
   * @param ids of the declarations that may not go to an auditor
   * @param sources of the product, all of them
   */
  Withheld(Set<String> ids, List<SourceFacts> sources) {
    this.ids = Set.copyOf(ids);
    this.sources = List.copyOf(requireNonNull(sources, "sources"));
    this.products =
        sources.stream()
            .filter(it -> it.declarationId().filter(ids::contains).isPresent())
            .flatMap(it -> product(it.supplier(), it.partId()).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<List<String>> product(Optional<String> supplier, String part) {
    return supplier.map(it -> List.of(it, part));
  }

  boolean isNone() {
    return ids.isEmpty();
  }

  /** Whether it is withheld, by its declaration or because that of the same product is. */
  boolean holds(Optional<String> declaration, Optional<String> supplier, Optional<String> part) {
    return declaration.filter(ids::contains).isPresent()
        || part.flatMap(it -> product(supplier, it)).filter(products::contains).isPresent();
  }

  private boolean holds(SourceFacts it) {
    return holds(it.declarationId(), it.supplier(), Optional.of(it.partId()));
  }

  Split split() {
    Set<String> counting = new LinkedHashSet<>();
    for (SourceFacts it : sources) {
      if (holds(it) && !it.emissions().cells().isEmpty()) {
        counting.add(it.declarationId().orElse(it.partId()));
      }
    }
    if (counting.isEmpty()) {
      return Split.WHOLE;
    }
    return counting.size() == 1 ? Split.LEFT_OUT : Split.FOLDED;
  }

  /**
   * Whether even the others' declarations would tell the one that is withheld: the company itself
   * adds nothing that a reader does not know.
   */
  boolean isToldByOthers() {
    return split() == Split.LEFT_OUT
        && sources.stream()
            .filter(it -> it.kind().equals("OWN") || it.kind().equals("TRANSPORT"))
            .allMatch(it -> it.emissions().cells().isEmpty());
  }

  // ---- what is left of the facts

  ProductFacts of(ProductFacts product) {
    return isNone()
        ? product
        : new ProductFacts(
            product.company(),
            product.traceId(),
            product.name(),
            product.category(),
            product.unit(),
            product.massPerUnit(),
            product.plant(),
            product.period(),
            product.profile(),
            product.basis(),
            product.own(),
            product.total(),
            product.complete(),
            product.estimatedShare(),
            product.primaryDataShare(),
            product.quality(),
            sources());
  }

  /** What is withheld stands last, so that its place does not tell its line. */
  private List<SourceFacts> sources() {
    Split split = split();
    List<SourceFacts> told = new ArrayList<>();
    Set<SourceFacts> withheld = new LinkedHashSet<>();
    Emissions sum = Emissions.NONE;
    boolean isComplete = true;
    for (SourceFacts it : sources) {
      if (holds(it)) {
        withheld.add(nameless(NAME, it.state(), it.origin(), it.complete(), it.declarationId()));
        sum = sum.plus(it.emissions());
        isComplete &= it.complete();
      } else {
        told.add(split == Split.LEFT_OUT ? withoutFigure(it) : it);
      }
    }
    told.addAll(withheld);
    if (split == Split.FOLDED) {
      told.add(withEmissions(nameless(OTHERS, "OK", "PRIMARY", isComplete, Optional.empty()), sum));
    }
    return told;
  }

  private static SourceFacts nameless(
      String name, String state, String origin, boolean complete, Optional<String> declaration) {
    return new SourceFacts(
        1,
        KIND,
        List.of(),
        List.of(),
        "",
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        state,
        origin,
        complete,
        Emissions.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        declaration);
  }

  private static SourceFacts withoutFigure(SourceFacts it) {
    return withEmissions(it, Emissions.NONE);
  }

  private static SourceFacts withEmissions(SourceFacts it, Emissions emissions) {
    return new SourceFacts(
        it.level(),
        it.kind(),
        it.path(),
        it.lines(),
        it.partId(),
        it.partName(),
        it.supplier(),
        it.plant(),
        it.amount(),
        it.unit(),
        it.massKilograms(),
        it.state(),
        it.origin(),
        it.complete(),
        emissions,
        it.primaryDataShare(),
        it.quality(),
        it.period(),
        it.factor(),
        it.declarationId());
  }

  /** Without the signers of what is withheld. */
  Evidence of(Evidence evidence) {
    return new Evidence(
        evidence.inputs().stream()
            .map(it -> ids.contains(it.declarationId()) ? nameless(it) : it)
            .toList(),
        evidence.factorSets(),
        evidence.structureVersions(),
        evidence.method());
  }

  private static Input nameless(Input it) {
    return new Input(
        it.declarationId(),
        it.sha256(),
        NAME,
        it.algorithm(),
        it.state(),
        it.evidence(),
        it.logIndex(),
        it.from(),
        it.to(),
        it.validUntil());
  }

  /** Findings, and what they say of lines whose source is withheld without its name. */
  List<Finding> of(List<Finding> findings) {
    Set<String> lines =
        sources.stream()
            .filter(this::holds)
            .map(it -> String.join("/", it.lines()))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
    List<Finding> told = new ArrayList<>();
    for (Finding each : findings) {
      told.add(
          lines.contains(each.path()) ? Finding.of(each.code(), "a source that is " + NAME) : each);
    }
    if (split() == Split.LEFT_OUT) {
      told.add(
          Finding.of(
              Finding.Code.NOT_STATED,
              "what each source brings is left out: beside the total it would tell the figure of"
                  + " the one source that is "
                  + NAME));
    }
    return told;
  }
}
