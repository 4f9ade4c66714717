package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;
import org.jspecify.annotations.Nullable;

/**
 * One line: {@code net amount ÷ yield × Σ share × conversion × value}. Sources in force on the last
 * day of the period count; what they leave over is missing, not zero.
 */
final class LineRollUp {

  private final BillOfMaterialsLine line;
  private final RollUpInput input;

  private LineRollUp(BillOfMaterialsLine line, RollUpInput input) {
    this.line = line;
    this.input = input;
  }

  static LineResult of(BillOfMaterialsLine line, RollUpInput input) {
    return new LineRollUp(line, input).result();
  }

  private LineResult result() {
    List<LinePart> parts =
        line.supply()
            .fold(
                this::procuredParts,
                terminal -> List.of(terminalPart(terminal.estimate())),
                own -> List.of(part(Share.ALL, null, input.figureOf(own.product()))));
    return new LineResult(line, state(parts), origin(parts), Weighing.sum(parts), parts);
  }

  private List<LinePart> procuredParts(LineSupply.Procured procured) {
    LocalDate end = input.period().to();
    List<LinePart> parts = new ArrayList<>();
    for (LineSource source : procured.sources()) {
      if (source.isInForceOn(end)) {
        parts.add(part(source.share(), source.supplier(), input.figureOf(source.supplier())));
      }
    }
    BigDecimal rest = SourceShares.restOn(end, procured.sources());
    for (PendingSource pending : procured.pending()) {
      if (pending.isInForceOn(end) && rest.signum() > 0) {
        BigDecimal share = rest.min(pending.share().value());
        parts.add(part(new Share(share), null, SourceFigure.missing(pending.state())));
        rest = rest.subtract(share);
      }
    }
    if (rest.signum() > 0) {
      UnusableReason why =
          parts.isEmpty() ? UnusableReason.NO_SOURCE : UnusableReason.SHARE_MISSING;
      parts.add(part(new Share(rest), null, SourceFigure.missing(LineState.unusable(why))));
    }
    return parts;
  }

  private LinePart part(Share share, @Nullable SupplierProduct supplier, SourceFigure figure) {
    return figure.fold(
        given -> givenPart(share, supplier, given),
        missing -> missingPart(share, supplier, missing.state(), missing.lastKnown(), null));
  }

  private LinePart givenPart(
      Share share, @Nullable SupplierProduct supplier, SourceFigure.Given given) {
    FigureCheck check = FigureCheck.of(given, line, input.product());
    if (check.problem() != null) {
      LineState state = LineState.unusable(check.problem());
      return missingPart(share, supplier, state, given, check.detail());
    }
    return counted(
        share, LineState.OK, LineOrigin.PRIMARY, supplier, given, check.conversion(), null, null);
  }

  private LinePart terminalPart(Estimate estimate) {
    SourceFigure.Given figure = asFigure(estimate);
    FigureCheck check = FigureCheck.of(figure, line, input.product());
    if (check.problem() != null) {
      LineState state = LineState.unusable(check.problem());
      return missingPart(Share.ALL, null, state, null, check.detail());
    }
    return counted(
        Share.ALL, LineState.OK, estimate.origin(), null, figure, check.conversion(), null, null);
  }

  private LinePart missingPart(
      Share share,
      @Nullable SupplierProduct supplier,
      LineState state,
      SourceFigure.@Nullable Given lastKnown,
      @Nullable Bilingual detail) {
    SourceFigure.Given stand = standIn(lastKnown);
    if (stand != null) {
      FigureCheck check = FigureCheck.of(stand, line, input.product());
      if (check.problem() == null) {
        return counted(
            share, state, LineOrigin.PROXY, supplier, stand, check.conversion(), lastKnown, detail);
      }
    }
    return notCounted(share, supplier, state, lastKnown, detail);
  }

  private LinePart notCounted(
      Share share,
      @Nullable SupplierProduct supplier,
      LineState state,
      SourceFigure.@Nullable Given lastKnown,
      @Nullable Bilingual detail) {
    return new LinePart(
        share,
        state,
        LineOrigin.NONE,
        supplier,
        null,
        factor(share),
        Fraction.ONE,
        Emissions.NONE,
        lastKnown,
        detail);
  }

  /** What the owner allowed to be counted instead, if anything. */
  private SourceFigure.@Nullable Given standIn(SourceFigure.@Nullable Given lastKnown) {
    Proxy proxy = line.proxy();
    if (proxy == null) {
      return null;
    }
    Estimate estimate = proxy.estimate();
    return estimate == null ? lastKnown : asFigure(estimate);
  }

  private LinePart counted(
      Share share,
      LineState state,
      LineOrigin origin,
      @Nullable SupplierProduct supplier,
      SourceFigure.Given figure,
      Fraction conversion,
      SourceFigure.@Nullable Given lastKnown,
      @Nullable Bilingual detail) {
    SourceFigure.Given staged = figure.bookedUnder(input.product().profile());
    Fraction factor = factor(share).times(conversion);
    Emissions contribution = Weighing.product(staged.emissions(), factor);
    if (!CommittedTotals.canHold(contribution)) {
      // Not an exception: one absurd amount must not keep the other lines from being shown.
      LineState tooLarge = LineState.unusable(UnusableReason.AMOUNT_TOO_LARGE);
      return notCounted(share, supplier, tooLarge, figure, detail);
    }
    return new LinePart(
        share,
        state,
        origin,
        supplier,
        staged,
        factor,
        conversion,
        contribution,
        lastKnown,
        detail);
  }

  private Fraction factor(Share share) {
    return Fraction.of(line.netAmount().amount())
        .times(share.value())
        .dividedBy(line.yield().value());
  }

  private SourceFigure.Given asFigure(Estimate estimate) {
    return new SourceFigure.Given(
        estimate.unit(),
        null,
        estimate.emissions(),
        true,
        Share.ALL,
        estimate.quality(),
        null,
        estimate.basis(input.product().partsBasis()),
        input.period(),
        input.period().to(),
        null);
  }

  private static LineState state(List<LinePart> parts) {
    return parts.stream()
        .map(LinePart::state)
        .filter(state -> !state.isOk())
        .findFirst()
        .orElse(LineState.OK);
  }

  /** The weakest origin among the parts that count. */
  private static LineOrigin origin(List<LinePart> parts) {
    return parts.stream()
        .filter(part -> part.counted() != null)
        .map(LinePart::origin)
        .reduce(LineOrigin::weaker)
        .orElse(LineOrigin.NONE);
  }
}
