package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.keys.Commitment;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.StatedQuality;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.WeighedQuality;
import org.jspecify.annotations.Nullable;

/**
 * A sum as an auditor can work it out again: own emissions, one element for each source of each
 * line, and the quality of what rests on no declaration. Own emissions and contributions together
 * are the declared total, to the microgram, with and without biogenic uptake.
 */
public final class StatedSum {
  private final Footprint footprint;
  private final DeclaredEmissions own;
  private final List<Line> lines = new ArrayList<>();

  /** One part of one line. */
  private record Line(
      int number, LineResult line, LinePart part, Optional<InputElement.Source> source) {
    Fraction exact(KgCo2e figure) {
      return part.factor().times(figure.value());
    }

    Fraction incl() {
      SourceFigure.Given counted = part.counted();
      return counted == null ? Fraction.ZERO : exact(counted.emissions().inclBiogenicUptake());
    }

    Fraction excl() {
      SourceFigure.Given counted = part.counted();
      return counted == null ? Fraction.ZERO : exact(counted.emissions().exclBiogenicUptake());
    }
  }

  private StatedSum(Footprint footprint) {
    this.footprint = requireNonNull(footprint, "footprint");
    this.own = DeclaredEmissions.of(footprint.own().plus(footprint.transport()));
    int number = 0;
    for (LineResult line : footprint.lines()) {
      number++;
      for (LinePart part : line.parts()) {
        lines.add(new Line(number, line, part, source(part)));
      }
    }
  }

  public static StatedSum of(Footprint footprint) {
    return new StatedSum(footprint);
  }

  /** What the company itself emits, and the transport it pays for. */
  public OwnClaim own() {
    return new OwnClaim(own.cells());
  }

  /** The elements; empty where the product has no lines. */
  public Optional<InputsClaim> inputs() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    CommittedTotals total = footprint.toDeclare().totals();
    List<KgCo2e> incl =
        FittedContributions.of(
            lines.stream().map(Line::incl).toList(),
            total.inclBiogenicUptake().minus(own.totals().inclBiogenicUptake()));
    List<KgCo2e> excl =
        FittedContributions.of(
            lines.stream().map(Line::excl).toList(),
            total.exclBiogenicUptake().minus(own.totals().exclBiogenicUptake()));
    List<InputElement> elements = new ArrayList<>(lines.size());
    for (int place = 0; place < lines.size(); place++) {
      elements.add(element(lines.get(place), incl.get(place), excl.get(place)));
    }
    return Optional.of(new InputsClaim(elements));
  }

  /** How good the data is that rests on no declaration. */
  public ProcessClaim process() {
    return new ProcessClaim(
        footprint.isOwnKnown() || footprint.product().transport() != null
            ? Optional.of(quality(StatedQuality.ofOwn(footprint.product())))
            : Optional.empty(),
        rest());
  }

  private Optional<ProcessClaim.Rest> rest() {
    List<LinePart> rest =
        lines.stream()
            .filter(line -> line.source().isEmpty() && line.part().counted() != null)
            .map(Line::part)
            .toList();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    WeighedQuality weighed = StatedQuality.ofLineParts(rest);
    Map<Stage, KgCo2e> sizes = new EnumMap<>(Stage.class);
    for (LinePart part : rest) {
      StatedQuality.sizesOf(part.contribution())
          .forEach((process, size) -> sizes.merge(process, size, KgCo2e::plus));
    }
    sizes.replaceAll(
        (process, size) ->
            new KgCo2e(size.value().setScale(FittedContributions.SCALE, RoundingMode.HALF_EVEN)));
    return Optional.of(new ProcessClaim.Rest(sizes, quality(weighed), weighed.estimatedShare()));
  }

  private static QualityClaim quality(WeighedQuality weighed) {
    return new QualityClaim(
        Optional.ofNullable(weighed.primaryDataShare()), Optional.ofNullable(weighed.rating()));
  }

  private static InputElement element(Line line, KgCo2e incl, KgCo2e excl) {
    LinePart part = line.part();
    return new InputElement(
        line.source(),
        line.line().line().netAmount(),
        line.line().line().yield(),
        part.conversion().times(part.share().value()),
        incl,
        Optional.of(excl),
        state(part.state()),
        OptionalInt.of(line.number()));
  }

  /** What an input rests on; a value put in the place of one that cannot be used rests on none. */
  private static Optional<InputElement.Source> source(LinePart part) {
    SupplierProduct supplier = part.supplier();
    FigureReference reference = reference(part.counted());
    return supplier == null || reference == null || part.origin() != LineOrigin.PRIMARY
        ? Optional.empty()
        : Optional.of(
            new InputElement.Source(
                supplier.partner(),
                new DeclarationId(reference.declarationId()),
                Commitment.parse(reference.commitment()),
                supplier.product()));
  }

  private static @Nullable FigureReference reference(SourceFigure.@Nullable Given counted) {
    return counted == null ? null : counted.reference();
  }

  /** {@code UNUSABLE(GWP_MIX)} becomes {@code UNUSABLE_GWP_MIX}. */
  private static String state(LineState state) {
    return state.toString().replace('(', '_').replace(")", "").toUpperCase(Locale.ROOT);
  }
}
