package org.cfptrace.chain;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/** The arithmetic of one declaration: each contribution, their sum, and whether it is complete. */
final class SumCheck {
  static final int EXACT = 30;

  private static final KgCo2e ONE_MICROGRAM = KgCo2e.ofMicrograms(1);

  private SumCheck() {}

  /** Every contribution is amount ÷ yield × factor × the source's figure. */
  static void checkContributions(List<InputElement> elements, List<LinkedInput> inputs) {
    KgCo2e left = FittedContributions.mostLeft(elements.size());
    KgCo2e largestIncl = KgCo2e.ZERO;
    KgCo2e largestExcl = KgCo2e.ZERO;
    for (InputElement element : elements) {
      largestIncl = larger(largestIncl, element.contribution());
      largestExcl = larger(largestExcl, element.contributionExcl().orElse(KgCo2e.ZERO));
    }
    for (LinkedInput input : inputs) {
      InputElement element = input.element();
      TotalClaim figure = input.source().declaration().total().orElseThrow();
      check(element, element.contribution(), figure.inclBiogenicUptake(), largestIncl, left);
      Optional<KgCo2e> excl = element.contributionExcl();
      if (excl.isPresent()) {
        check(element, excl.get(), figure.exclBiogenicUptake(), largestExcl, left);
      }
    }
  }

  private static void check(
      InputElement element, KgCo2e stated, KgCo2e figure, KgCo2e largest, KgCo2e left) {
    KgCo2e exact =
        new KgCo2e(element.contributionOf(figure).rounded(EXACT, RoundingMode.HALF_EVEN));
    // All are rounded down to the microgram; what that leaves over stands with the largest.
    boolean isLargest = stated.abs().compareTo(largest.minus(left)) >= 0;
    KgCo2e slack = ONE_MICROGRAM.plus(isLargest ? left : KgCo2e.ZERO);
    Broken.unless(
        stated.minus(exact).abs().compareTo(slack) <= 0,
        Reason.CONTRIBUTION_DIFFERS,
        "a contribution is not amount ÷ yield × factor × figure, line " + nameOf(element));
  }

  /** Which element it is, without any figure: a report is read by others than its company. */
  static String nameOf(InputElement element) {
    return element.line().isPresent() ? String.valueOf(element.line().getAsInt()) : "not numbered";
  }

  private static KgCo2e larger(KgCo2e one, KgCo2e other) {
    return one.compareTo(other.abs()) >= 0 ? one : other.abs();
  }

  /**
   * Own emissions and contributions are the total, with and without biogenic uptake. An element
   * that leaves the latter out is given what follows from its input.
   */
  static Set<Remark> checkSum(
      VerifiedDeclaration declaration, List<InputElement> elements, List<LinkedInput> inputs) {
    TotalClaim total = declaration.total().orElseThrow();
    Emissions own = ownOf(declaration);
    KgCo2e incl = own.inclBiogenicUptake();
    KgCo2e excl = own.exclBiogenicUptake();
    boolean isAllKnown = true;
    for (InputElement element : elements) {
      incl = incl.plus(element.contribution());
      excl = excl.plus(element.contributionExcl().orElse(KgCo2e.ZERO));
      isAllKnown &= element.contributionExcl().isPresent() || element.source().isPresent();
    }
    KgCo2e slack = KgCo2e.ZERO;
    for (LinkedInput input : inputs) {
      if (input.element().contributionExcl().isEmpty()) {
        excl = excl.plus(exclOf(input));
        slack = FittedContributions.mostLeft(elements.size());
      }
    }
    Broken.unless(
        incl.equals(total.inclBiogenicUptake()),
        Reason.SUM_DIFFERS,
        "own emissions and contributions are not the total");
    Broken.unless(
        !isAllKnown || excl.minus(total.exclBiogenicUptake()).abs().compareTo(slack) <= 0,
        Reason.SUM_DIFFERS,
        "without biogenic uptake, own emissions and contributions are not the total");
    return isAllKnown ? Set.of() : Set.of(Remark.UPTAKE_NOT_CHECKED);
  }

  private static KgCo2e exclOf(LinkedInput input) {
    KgCo2e figure = input.source().declaration().total().orElseThrow().exclBiogenicUptake();
    return new KgCo2e(
        input
            .element()
            .contributionOf(figure)
            .rounded(FittedContributions.SCALE, RoundingMode.FLOOR));
  }

  static Emissions ownOf(VerifiedDeclaration declaration) {
    return declaration
        .claim(ClaimName.OWN)
        .map(claim -> ((OwnClaim) claim).emissions())
        .orElse(Emissions.NONE);
  }

  /** Nothing missing is ever called complete. */
  static void checkCompleteness(List<InputElement> elements, List<LinkedInput> inputs) {
    for (InputElement element : elements) {
      Broken.unless(
          element.state().equals("OK"),
          Reason.COMPLETENESS_DIFFERS,
          "complete, with a line in state " + element.state());
    }
    for (LinkedInput input : inputs) {
      Broken.unless(
          input.source().declaration().total().orElseThrow().complete(),
          Reason.COMPLETENESS_DIFFERS,
          "complete, with an input that is not: " + input.source().declaration().id());
    }
  }

  /** One supplier's product stands once in a line. */
  static void checkTwice(List<InputElement> elements) {
    Set<List<Object>> seen = new HashSet<>();
    for (InputElement element : elements) {
      element
          .source()
          .ifPresent(
              source -> {
                Object line =
                    element.line().isPresent()
                        ? element.line()
                        : List.of(element.amount(), element.yield());
                Broken.unless(
                    seen.add(List.of(source.issuer(), source.traceId(), line)),
                    Reason.INPUT_TWICE,
                    "declaration " + source.declarationId());
              });
    }
  }
}
