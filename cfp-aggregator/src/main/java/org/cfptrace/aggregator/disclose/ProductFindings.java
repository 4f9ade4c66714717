package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.DeclarationState;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Share;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.UnusableReason;

/**
 * What stands in the way of telling a product's footprint, whatever the target: another plant or
 * period than asked for, inputs that have fallen or are not proved, parts that are missing.
 */
final class ProductFindings {
  private final Subject<?> subject;
  private final Tree tree;
  private final List<Contribution> contributions;
  private final Evidence evidence;
  private final boolean isThereALog;
  private final Share cutOff;

  ProductFindings(
      Subject<?> subject,
      Tree tree,
      List<Contribution> contributions,
      Evidence evidence,
      boolean isThereALog,
      Share cutOff) {
    this.subject = requireNonNull(subject, "subject");
    this.tree = requireNonNull(tree, "tree");
    this.contributions = List.copyOf(contributions);
    this.evidence = requireNonNull(evidence, "evidence");
    this.isThereALog = isThereALog;
    this.cutOff = requireNonNull(cutOff, "cutOff");
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    wrongPlant().ifPresent(findings::add);
    otherPeriod().ifPresent(findings::add);
    findings.addAll(fallen());
    findings.addAll(keptBack(tree, contributions));
    findings.addAll(gaps());
    findings.addAll(notAnchored());
    return findings;
  }

  private Optional<Finding> wrongPlant() {
    ProductStructure structure = tree.root();
    return subject
        .plant()
        .filter(plant -> !structure.plant().equals(Optional.of(plant)))
        .map(
            plant ->
                Finding.of(
                    Finding.Code.NOT_AVAILABLE,
                    "it is made at "
                        + structure.plant().orElse("a plant that is not stated")
                        + ", not at "
                        + plant));
  }

  /** A sum is of the year that ends with a day, whatever period it is told for. */
  private Optional<Finding> otherPeriod() {
    Footprint footprint = tree.footprint();
    return subject.period().equals(footprint.period())
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Finding.Code.OTHER_PERIOD,
                "asked for "
                    + subject.period().from()
                    + " to "
                    + subject.period().to()
                    + ", added up for "
                    + footprint.period().from()
                    + " to "
                    + footprint.period().to()));
  }

  /** What counted then and has fallen by now is no input of a new file. */
  private List<Finding> fallen() {
    List<Finding> fallen = new ArrayList<>();
    for (Evidence.Input input : evidence.inputs()) {
      String what = "declaration " + input.declarationId() + " is " + input.state() + " by now";
      switch (DeclarationState.valueOf(input.state())) {
        case RECALLED -> fallen.add(Finding.of(Finding.Code.RECALLED_INPUT, what));
        case EXPIRED -> fallen.add(Finding.of(Finding.Code.EXPIRED_INPUT, what));
        case SUPERSEDED -> fallen.add(Finding.of(Finding.Code.SUPERSEDED_INPUT, what));
        case ACTIVE -> {}
      }
    }
    return fallen;
  }

  /**
   * Nor is what its issuer showed then and withholds now, nor what is of a suspended issuer now.
   */
  static List<Finding> keptBack(Tree tree, List<Contribution> contributions) {
    List<Finding> keptBack = new ArrayList<>();
    for (Contribution each : contributions) {
      if (each.figure().isPresent()) {
        each.supplier()
            .flatMap(supplier -> tree.known(supplier).keptBackNow())
            .ifPresent(
                state ->
                    keptBack.add(
                        new Finding(
                            Finding.Code.MISSING_UPSTREAM,
                            String.join("/", each.lines()),
                            each.name() + ": " + state + " by now")));
      }
    }
    return keptBack;
  }

  private List<Finding> gaps() {
    boolean isSmall = isWithinCutOff();
    List<Finding> gaps = new ArrayList<>();
    for (Contribution each : contributions) {
      if (!each.complete()) {
        gaps.add(
            new Finding(
                code(each, isSmall), String.join("/", each.lines()), each.name() + why(each)));
      }
    }
    return gaps;
  }

  private static String why(Contribution each) {
    return each.state().isOk()
        ? ": its maker says that part of its figure is missing"
        : ": " + each.state();
  }

  private static Finding.Code code(Contribution each, boolean isSmall) {
    LineState state = each.state();
    if (state.kind() == LineState.Kind.RECALLED) {
      return Finding.Code.RECALLED_INPUT;
    }
    if (state.kind() == LineState.Kind.EXPIRED) {
      return Finding.Code.EXPIRED_INPUT;
    }
    UnusableReason reason = state.reason();
    if (reason == UnusableReason.GWP_MIX) {
      return Finding.Code.GWP_MIX;
    }
    if (reason == UnusableReason.BOUNDARY_MIX) {
      return Finding.Code.BOUNDARY_MIX;
    }
    if (reason == UnusableReason.UNIT_MISMATCH) {
      return Finding.Code.UNIT_MISMATCH;
    }
    return isSmall ? Finding.Code.WITHIN_CUT_OFF : Finding.Code.MISSING_UPSTREAM;
  }

  /** By the last known figures; where one of the missing has none, nobody can say. */
  private boolean isWithinCutOff() {
    KgCo2e missing = KgCo2e.ZERO;
    for (Contribution each : contributions) {
      if (!each.complete()) {
        if (each.state().isOk() || each.lastKnown().cells().isEmpty()) {
          return false;
        }
        missing = missing.plus(each.lastKnown().exclBiogenicUptake().abs());
      }
    }
    KgCo2e all = tree.footprint().total().exclBiogenicUptake().abs().plus(missing);
    return missing.value().compareTo(all.value().multiply(cutOff.value())) <= 0;
  }

  /** An export waits until everything it rests on is in the log, where there is one. */
  private List<Finding> notAnchored() {
    List<Evidence.Input> unproved =
        evidence.inputs().stream().filter(input -> input.logIndex().isEmpty()).toList();
    if (!isThereALog && !unproved.isEmpty()) {
      return List.of(
          Finding.of(
              Finding.Code.NO_PUBLIC_LOG,
              unproved.size() + " declarations are proved by no public log: there is none here"));
    }
    return unproved.stream()
        .map(
            input ->
                Finding.of(
                    Finding.Code.NOT_ANCHORED,
                    "declaration " + input.declarationId() + " has no proof of the public log"))
        .toList();
  }
}
