package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.UnitConversion;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/** The arithmetic of one declaration: each contribution, their sum, and whether it is complete. */
final class SumCheck {
  private static final int EXACT = 30;
  private static final KgCo2e ONE_MICROGRAM = KgCo2e.ofMicrograms(1);
  private static final BigDecimal NEARLY_ONE = new BigDecimal("1.000000001");

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
        "stated " + stated + ", follows " + shown(exact));
  }

  private static String shown(KgCo2e exact) {
    return new KgCo2e(exact.value().setScale(FittedContributions.SCALE, RoundingMode.FLOOR)).text();
  }

  private static KgCo2e larger(KgCo2e one, KgCo2e other) {
    return one.compareTo(other.abs()) >= 0 ? one : other.abs();
  }

  /** Own emissions and contributions are the total, with and without biogenic uptake. */
  static void checkSum(VerifiedDeclaration declaration, List<InputElement> elements) {
    TotalClaim total = declaration.total().orElseThrow();
    Emissions own = ownOf(declaration);
    KgCo2e incl = own.inclBiogenicUptake();
    KgCo2e excl = own.exclBiogenicUptake();
    boolean isExclStated = true;
    for (InputElement element : elements) {
      incl = incl.plus(element.contribution());
      excl = excl.plus(element.contributionExcl().orElse(KgCo2e.ZERO));
      isExclStated = isExclStated && element.contributionExcl().isPresent();
    }
    Broken.unless(
        incl.equals(total.inclBiogenicUptake()),
        Reason.SUM_DIFFERS,
        "own and contributions are " + incl + ", the total is " + total.inclBiogenicUptake());
    Broken.unless(
        !isExclStated || excl.equals(total.exclBiogenicUptake()),
        Reason.SUM_DIFFERS,
        "without uptake, own and contributions are "
            + excl
            + ", the total is "
            + total.exclBiogenicUptake());
  }

  static Emissions ownOf(VerifiedDeclaration declaration) {
    return declaration
        .claim(ClaimName.OWN)
        .map(claim -> ((OwnClaim) claim).emissions())
        .orElse(Emissions.NONE);
  }

  /** Nothing missing is ever called complete. */
  static void checkCompleteness(
      VerifiedDeclaration declaration, List<InputElement> elements, List<LinkedInput> inputs) {
    if (!declaration.total().orElseThrow().complete()) {
      return;
    }
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

  /** The factor is a share of the units' conversion, and the shares of a line are at most one. */
  static void checkUnits(List<LinkedInput> inputs) {
    Map<Integer, BigDecimal> shares = new HashMap<>();
    for (LinkedInput input : inputs) {
      InputElement element = input.element();
      ProductClaim product = input.source().declaration().product().orElseThrow();
      Optional<Fraction> conversion = conversion(element.amount().unit(), product);
      conversion.ifPresent(
          exact -> {
            BigDecimal share =
                element.factor().times(exact.inverse()).rounded(EXACT, RoundingMode.HALF_EVEN);
            int line = element.line().orElse(-shares.size() - 1);
            BigDecimal sum = shares.merge(line, share, BigDecimal::add);
            Broken.unless(
                sum.compareTo(NEARLY_ONE) <= 0,
                Reason.CONTRIBUTION_DIFFERS,
                "the sources of one line have shares of more than one");
          });
    }
  }

  /** Empty where only the buyer knows the mass of a piece. */
  private static Optional<Fraction> conversion(DeclaredUnit bought, ProductClaim product) {
    Optional<Fraction> exact =
        UnitConversion.factor(bought, product.unit(), product.massPerUnit().orElse(null));
    Broken.unless(
        exact.isPresent() || isMassAndPieces(bought, product.unit()),
        Reason.UNIT_MISMATCH,
        "used in " + bought + ", declared per " + product.unit());
    // A supplier who sells kilograms does not know the mass of its customer's piece.
    return product.unit() == DeclaredUnit.PIECE || bought == product.unit()
        ? exact
        : exact.filter(known -> bought.dimension() == product.unit().dimension());
  }

  private static boolean isMassAndPieces(DeclaredUnit one, DeclaredUnit other) {
    return (one == DeclaredUnit.PIECE && other == DeclaredUnit.KILOGRAM)
        || (one == DeclaredUnit.KILOGRAM && other == DeclaredUnit.PIECE);
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
