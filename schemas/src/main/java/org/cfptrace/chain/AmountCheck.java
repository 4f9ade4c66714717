package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * Gross emissions, removals and biogenic uptake, each by itself: what is committed to is what the
 * company emits and what its inputs bring. The rest is what lines without a declaration bring, and
 * none of the three can be negative there: so no line of nobody takes anything off a total without
 * saying that it is a removal.
 */
final class AmountCheck {
  private final VerifiedDeclaration declaration;
  private final List<LinkedInput> inputs;
  private final List<InputElement> undeclared;
  private final KgCo2e slack;

  private AmountCheck(
      VerifiedDeclaration declaration, List<InputElement> elements, List<LinkedInput> inputs) {
    this.declaration = declaration;
    this.inputs = inputs;
    this.undeclared = elements.stream().filter(element -> element.source().isEmpty()).toList();
    this.slack = FittedContributions.mostLeft(elements.size() + 1);
  }

  static Set<Remark> check(
      VerifiedDeclaration declaration, List<InputElement> elements, List<LinkedInput> inputs) {
    return new AmountCheck(declaration, elements, inputs).remarks();
  }

  private Set<Remark> remarks() {
    KgCo2e removals = rest(Emissions::removals, CommitmentOpening::removalsMicrograms);
    checkRest("gross emissions", rest(Emissions::gross, CommitmentOpening::grossMicrograms));
    checkRest("removals", removals);
    checkRest("biogenic uptake", rest(Emissions::uptake, CommitmentOpening::uptakeMicrograms));
    checkUndeclared(removals);
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    if (removals.compareTo(slack) > 0) {
      remarks.add(Remark.REMOVALS_NOT_PROVEN);
    }
    if (undeclared.stream().anyMatch(AmountCheck::counts)) {
      remarks.add(Remark.PARTLY_WITHOUT_DECLARATION);
    }
    return remarks;
  }

  /** What lines without a declaration must bring. */
  private KgCo2e rest(
      Function<Emissions, KgCo2e> ofOwn, ToLongFunction<CommitmentOpening> committed) {
    KgCo2e rest = committed(declaration, committed).minus(ofOwn.apply(SumCheck.ownOf(declaration)));
    for (LinkedInput input : inputs) {
      BigDecimal brought =
          input
              .element()
              .contributionOf(committed(input.source().declaration(), committed))
              .rounded(SumCheck.EXACT, RoundingMode.HALF_EVEN);
      rest = rest.minus(new KgCo2e(brought));
    }
    return rest;
  }

  private void checkRest(String what, KgCo2e rest) {
    Broken.unless(
        rest.plus(slack).signum() >= 0 && (!undeclared.isEmpty() || rest.compareTo(slack) <= 0),
        Reason.SUM_DIFFERS,
        "own emissions and inputs are not what is committed to, in " + what);
  }

  private static KgCo2e committed(
      VerifiedDeclaration of, ToLongFunction<CommitmentOpening> committed) {
    return KgCo2e.ofMicrograms(committed.applyAsLong(of.opening().orElseThrow()));
  }

  private void checkUndeclared(KgCo2e removals) {
    KgCo2e takenOff = KgCo2e.ZERO;
    for (InputElement element : undeclared) {
      KgCo2e excl = element.contributionExcl().orElse(element.contribution());
      Broken.unless(
          excl.plus(slack).compareTo(element.contribution()) >= 0,
          Reason.CONTRIBUTION_DIFFERS,
          "biogenic uptake that adds, line " + SumCheck.nameOf(element));
      if (element.contributionExcl().isPresent() && excl.signum() < 0) {
        takenOff = takenOff.minus(excl);
      }
    }
    Broken.unless(
        takenOff.compareTo(removals.plus(slack)) <= 0,
        Reason.CONTRIBUTION_DIFFERS,
        "lines without a declaration take off more than the removals committed to");
  }

  private static boolean counts(InputElement element) {
    return !element.contribution().isZero()
        || element.contributionExcl().filter(excl -> !excl.isZero()).isPresent();
  }
}
