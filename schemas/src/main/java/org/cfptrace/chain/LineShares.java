package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.UnitConversion;
import org.cfptrace.verify.Reason;

/**
 * Each factor is a share of the units' conversion. The shares of one line are the whole, or the
 * rest is missing and the total not complete.
 */
final class LineShares {
  private static final BigDecimal NEARLY_ONE = new BigDecimal("1.000000001");
  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.999999999");

  /** By line; those that are not numbered are told apart by amount and yield. */
  private final Map<Object, BigDecimal> shares = new HashMap<>();

  /** Lines where only the buyer knows the mass of a piece, so that the share is not to be seen. */
  private final Set<Object> unknown = new HashSet<>();

  private LineShares() {}

  static void check(List<InputElement> elements, List<LinkedInput> inputs, boolean isComplete) {
    LineShares lines = new LineShares();
    inputs.forEach(lines::add);
    if (isComplete) {
      lines.checkWhole(elements);
    }
  }

  private void add(LinkedInput input) {
    InputElement element = input.element();
    ProductClaim product = input.source().declaration().product().orElseThrow();
    Optional<Fraction> conversion = conversion(element.amount().unit(), product);
    Object line = lineOf(element);
    if (conversion.isEmpty()) {
      unknown.add(line);
      return;
    }
    BigDecimal share =
        element
            .factor()
            .times(conversion.get().inverse())
            .rounded(SumCheck.EXACT, RoundingMode.HALF_EVEN);
    BigDecimal sum = shares.merge(line, share, BigDecimal::add);
    // Lines that are not numbered may be two of one amount.
    Broken.unless(
        (element.line().isPresent() ? sum : share).compareTo(NEARLY_ONE) <= 0,
        Reason.CONTRIBUTION_DIFFERS,
        "the sources of one line have shares of more than one, line " + SumCheck.nameOf(element));
  }

  private void checkWhole(List<InputElement> elements) {
    for (InputElement element : elements) {
      Object line = lineOf(element);
      // Within a line, what stands in for a declaration is never OK; so this is no rest of it.
      Broken.unless(
          element.source().isPresent()
              || element.line().isEmpty()
              || !(shares.containsKey(line) || unknown.contains(line)),
          Reason.COMPLETENESS_DIFFERS,
          "complete, with a line that rests on declarations in part, line "
              + SumCheck.nameOf(element));
      Broken.unless(
          element.source().isEmpty()
              || unknown.contains(line)
              || shares.getOrDefault(line, BigDecimal.ZERO).compareTo(NEARLY_ALL) >= 0,
          Reason.COMPLETENESS_DIFFERS,
          "complete, with shares of less than one, line " + SumCheck.nameOf(element));
    }
  }

  private static Object lineOf(InputElement element) {
    return element.line().isPresent() ? element.line() : List.of(element.amount(), element.yield());
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
}
