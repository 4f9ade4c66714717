package org.cfptrace.footprint;

import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many of one unit make one of another: exact factors, or nothing where none exists. */
public final class UnitConversion {

  private UnitConversion() {}

  /**
   * The factor from one unit to another: {@code amount in to = amount in from × factor}. Pieces and
   * kilograms convert through the mass of one piece and in no other way; all other units convert
   * inside their dimension only.
   */
  public static Optional<Fraction> factor(
      DeclaredUnit from, DeclaredUnit to, @Nullable MassPerUnit massOfOnePiece) {
    if (from == to) {
      return Optional.of(Fraction.ONE);
    }
    if (from.dimension() == to.dimension()) {
      return Optional.of(new Fraction(from.inBaseUnit(), to.inBaseUnit()));
    }
    if (massOfOnePiece == null) {
      return Optional.empty();
    }
    if (from == PIECE && to == KILOGRAM) {
      return Optional.of(Fraction.of(massOfOnePiece.kilograms()));
    }
    if (from == KILOGRAM && to == PIECE) {
      return Optional.of(Fraction.ONE.dividedBy(massOfOnePiece.kilograms()));
    }
    return Optional.empty();
  }
}
