package org.cfptrace.connector.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;

/** What an aggregator proposes of a car: 5000 + 1121.5 − 1 removed − 2.25 taken up, per piece. */
final class Proposed {
  /** By the aggregator's own stages; a connector would never book a car so. */
  static final Emissions CELLS =
      Emissions.of(
          Map.of(
              new Cell(Stage.PRE, EmissionAccount.FOSSIL), KgCo2e.of("5000.000000001"),
              new Cell(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE), KgCo2e.of("-2.25"),
              new Cell(Stage.PRE, EmissionAccount.LAND_MANAGEMENT_REMOVALS), KgCo2e.of("-1"),
              new Cell(Stage.MAIN, EmissionAccount.FOSSIL), KgCo2e.of("1121.5")));

  static final String MADE_FROM = "B".repeat(42) + "A";

  private Proposed() {}

  static FootprintProposalBody of(TraceId product) {
    return of(product, DeclaredUnit.PIECE, Firm.YEAR, CELLS, true);
  }

  static FootprintProposalBody of(
      TraceId product, DeclaredUnit unit, Period period, Emissions cells, boolean complete) {
    DeclaredEmissions declared = DeclaredEmissions.of(cells);
    return new FootprintProposalBody(
        ProposalId.random(),
        new ProductClaim(product, Optional.empty(), "car", "vehicle", unit, Optional.empty()),
        new PeriodClaim(period, period.to().plusMonths(24)),
        TotalClaim.of(declared.totals(), complete, Share.of("0.125")),
        declared.totals(),
        new StagesClaim(StageProfile.OURANOS, declared.cells()),
        Optional.of(
            new QualityClaim(
                Optional.of(new PrimaryDataShare(new BigDecimal("62.5"))), Optional.empty())),
        MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE),
        new FootprintProposalBody.Inputs(240, complete ? 0 : 3),
        MADE_FROM);
  }
}
