package org.cfptrace.connector.declare;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.CoverageClaim;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Commitment;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;

/**
 * Turns a footprint into the claims of a declaration; everything is in it, and nothing is shown
 * yet.
 */
final class DraftStatement {
  // As long as a roll-up may look back: a figure that may still be added is still valid.
  private static final int VALID_MONTHS = 36;
  private static final int SCALE = 9;

  private final WhatToDeclare.Known known;
  private final DeclaredEmissions declared;

  DraftStatement(WhatToDeclare.Known known) {
    this.known = known;
    this.declared = known.footprint().toDeclare();
  }

  /** Everything stated; the audience alone is missing, which differs with each copy. */
  List<Claim> allClaims() {
    Footprint footprint = known.footprint();
    List<Claim> claims = new ArrayList<>(claims());
    claims.add(
        TotalClaim.of(declared.totals(), footprint.isComplete(), footprint.estimatedShare()));
    return claims;
  }

  Period period() {
    return known.footprint().period();
  }

  LocalDate validUntil() {
    return period(period()).validUntil();
  }

  private List<Claim> claims() {
    Footprint footprint = known.footprint();
    List<Claim> claims = new ArrayList<>();
    claims.add(known.product());
    claims.add(period(footprint.period()));
    claims.add(known.method());
    claims.add(
        new QualityClaim(
            Optional.ofNullable(footprint.quality().primaryDataShare()),
            Optional.ofNullable(footprint.quality().rating())));
    claims.add(new StagesClaim(footprint.product().profile(), declared.cells()));
    claims.add(new TermsClaim(Optional.empty(), Optional.empty(), Set.of()));
    claims.add(new OwnClaim(DeclaredEmissions.of(footprint.own()).cells()));
    coverage(footprint).ifPresent(claims::add);
    inputs(footprint).ifPresent(claims::add);
    return claims;
  }

  /** A draft for one recipient. */
  DraftDeclaration draft(ParticipantId issuer, ParticipantId recipient) {
    Footprint footprint = known.footprint();
    DraftDeclaration draft =
        DraftDeclaration.of(
            issuer,
            recipient,
            declared.totals(),
            footprint.isComplete(),
            footprint.estimatedShare());
    for (Claim claim : claims()) {
      draft = draft.with(claim);
    }
    return draft;
  }

  private static PeriodClaim period(Period period) {
    return new PeriodClaim(period, period.to().plusMonths(VALID_MONTHS));
  }

  private static Optional<Claim> coverage(Footprint footprint) {
    List<LinePart> bought =
        footprint.lines().stream()
            .flatMap(line -> line.parts().stream())
            .filter(part -> part.supplier() != null)
            .toList();
    long answered = bought.stream().filter(part -> part.state().isOk()).count();
    return bought.isEmpty()
        ? Optional.empty()
        : Optional.of(new CoverageClaim(bought.size(), answered));
  }

  private static Optional<Claim> inputs(Footprint footprint) {
    List<InputElement> elements = new ArrayList<>();
    for (LineResult line : footprint.lines()) {
      line.parts().forEach(part -> elements.add(input(line, part)));
    }
    return elements.isEmpty() ? Optional.empty() : Optional.of(new InputsClaim(elements));
  }

  private static InputElement input(LineResult line, LinePart part) {
    Fraction factor = part.conversion().times(part.share().value());
    return new InputElement(
        source(part.supplier(), part.counted()),
        line.line().netAmount(),
        line.line().yield(),
        factor.rounded(SCALE, RoundingMode.HALF_EVEN),
        new KgCo2e(
            part.contribution()
                .inclBiogenicUptake()
                .value()
                .setScale(SCALE, RoundingMode.HALF_EVEN)),
        state(part.state()));
  }

  private static Optional<InputElement.Source> source(
      @Nullable SupplierProduct supplier, SourceFigure.@Nullable Given counted) {
    if (supplier == null || counted == null) {
      return Optional.empty();
    }
    FigureReference reference = counted.reference();
    return reference == null
        ? Optional.empty()
        : Optional.of(
            new InputElement.Source(
                supplier.partner(),
                new DeclarationId(reference.declarationId()),
                Commitment.parse(reference.commitment()),
                supplier.product()));
  }

  /** {@code UNUSABLE(GWP_MIX)} becomes {@code UNUSABLE_GWP_MIX}. */
  private static String state(LineState state) {
    return state.toString().replace('(', '_').replace(")", "").toUpperCase(Locale.ROOT);
  }
}
