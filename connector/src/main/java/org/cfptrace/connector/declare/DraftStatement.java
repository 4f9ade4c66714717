package org.cfptrace.connector.declare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.chain.StatedSum;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.CoverageClaim;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;

/**
 * Turns a footprint into the claims of a declaration; everything is in it, and nothing is shown
 * yet.
 */
final class DraftStatement {
  // As long as a roll-up may look back: a figure that may still be added is still valid.
  private static final int VALID_MONTHS = 36;

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
    return claim(period()).validUntil();
  }

  private List<Claim> claims() {
    Footprint footprint = known.footprint();
    List<Claim> claims = new ArrayList<>();
    claims.add(known.product());
    claims.add(claim(footprint.period()));
    claims.add(known.method());
    claims.add(
        new QualityClaim(
            Optional.ofNullable(footprint.quality().primaryDataShare()),
            Optional.ofNullable(footprint.quality().rating())));
    claims.add(new StagesClaim(footprint.product().profile(), declared.cells()));
    claims.add(new TermsClaim(Optional.empty(), Optional.empty(), known.onward()));
    StatedSum sum = StatedSum.of(footprint);
    claims.add(sum.own());
    claims.add(sum.process());
    coverage(footprint).ifPresent(claims::add);
    sum.inputs().ifPresent(claims::add);
    known.origin().map(WhatToDeclare.Known.Origin::said).ifPresent(claims::add);
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

  private PeriodClaim claim(Period period) {
    LocalDate usual = period.to().plusMonths(VALID_MONTHS);
    LocalDate until =
        known
            .origin()
            .map(WhatToDeclare.Known.Origin::validUntil)
            .filter(usual::isAfter)
            .orElse(usual);
    return new PeriodClaim(period, until);
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
}
