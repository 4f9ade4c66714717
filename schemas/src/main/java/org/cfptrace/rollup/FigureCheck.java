package org.cfptrace.rollup;

import java.util.Optional;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.UnitConversion;
import org.jspecify.annotations.Nullable;

/** May this figure be added to that product, and by what factor do the units convert? */
record FigureCheck(
    Fraction conversion, @Nullable UnusableReason problem, @Nullable Bilingual detail) {

  static FigureCheck of(SourceFigure.Given figure, BillOfMaterialsLine line, OwnProduct product) {
    CalculationBasis basis = product.partsBasis();
    if (figure.basis().gwp() != basis.gwp()) {
      return mixed(UnusableReason.GWP_MIX, figure.basis().gwp(), basis.gwp());
    }
    if (figure.basis().boundary() != basis.boundary()) {
      return mixed(UnusableReason.BOUNDARY_MIX, figure.basis().boundary(), basis.boundary());
    }
    if (!product.profile().takesUp(figure.emissions())) {
      return endOfLife();
    }
    DeclaredUnit from = line.netAmount().unit();
    Optional<Fraction> factor =
        UnitConversion.factor(from, figure.unit(), massOfOnePiece(figure, line));
    return factor
        .map(exact -> new FigureCheck(exact, null, null))
        .orElseGet(() -> unitMismatch(from, figure.unit()));
  }

  /** A supplier who sells pieces knows their mass best; else the buyer's word on its own part. */
  private static @Nullable MassPerUnit massOfOnePiece(
      SourceFigure.Given figure, BillOfMaterialsLine line) {
    return figure.unit() == DeclaredUnit.PIECE && figure.massPerUnit() != null
        ? figure.massPerUnit()
        : line.massPerUnit();
  }

  private static FigureCheck mixed(UnusableReason reason, Enum<?> theirs, Enum<?> ours) {
    return new FigureCheck(
        Fraction.ONE,
        reason,
        new Bilingual(
            "the source uses " + theirs + ", the product " + ours,
            "取引先は" + theirs + "、当製品は" + ours));
  }

  private static FigureCheck endOfLife() {
    return new FigureCheck(
        Fraction.ONE,
        UnusableReason.BOUNDARY_MIX,
        new Bilingual(
            "the source holds its end of life, which is worked out once, for the whole product",
            "取引先の値に廃棄・リサイクル段階が含まれています(製品全体で一度だけ算定します)"));
  }

  private static FigureCheck unitMismatch(DeclaredUnit ours, DeclaredUnit theirs) {
    boolean massWouldHelp =
        (ours == DeclaredUnit.PIECE && theirs == DeclaredUnit.KILOGRAM)
            || (ours == DeclaredUnit.KILOGRAM && theirs == DeclaredUnit.PIECE);
    return new FigureCheck(
        Fraction.ONE,
        UnusableReason.UNIT_MISMATCH,
        new Bilingual(
            "the line is in "
                + ours
                + ", the source in "
                + theirs
                + (massWouldHelp ? ", and the mass of a piece is not known" : ""),
            "部品構成の単位は" + ours + "、取引先の単位は" + theirs + (massWouldHelp ? "(1個あたりの質量が未登録)" : "")));
  }
}
