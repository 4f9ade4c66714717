package org.cfptrace.connector.emission;

import java.util.Optional;
import org.cfptrace.connector.product.OwnFigures;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/** Own emissions from the ledger, in the form the sum needs. */
public final class LedgerFigures implements OwnFigures {
  private final EmissionsLedger ledger;

  /** Reads this ledger. */
  public LedgerFigures(EmissionsLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<OwnFigure> inForce(TraceId product, Period period) {
    return ledger.inForce(product, period).map(LedgerFigures::figure);
  }

  @Override
  public Optional<Period> latestPeriod(TraceId product) {
    return ledger.latestPeriod(product);
  }

  private static OwnFigure figure(OwnEmissions posting) {
    return new OwnFigure(
        new org.cfptrace.rollup.OwnEmissions(
            posting.values(),
            posting.quality().orElse(null),
            posting.primaryActivityData(),
            posting.primaryEmissionFactor()),
        posting.method().basis(),
        posting.profile());
  }
}
