package org.cfptrace.aggregator.gx.adapter;

import org.cfptrace.aggregator.gx.Holding;
import org.cfptrace.aggregator.gx.PoolLedger;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.http.Paging;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pool as its ledger has left it, on the wire. */
@Schema(name = "GxLedger", description = "A pool as its entries have left it; amounts in tonnes.")
public record LedgerForm(
    PoolForm pool,
    @Schema(enumeration = {"OPEN", "CLOSED", "WITHDRAWN"}) String state,
    @Schema(description = "what every tonne of the line carries before any reduction")
        IntensityForm cfpBefore,
    @Schema(description = "t CO2e under certificates that stand") String allocated,
    @Schema(description = "t CO2e that lowered footprints have taken") String debited,
    @Schema(description = "t CO2e that may still be allocated or debited") String remaining,
    @Schema(description = "t of the lots whose certificates stand") String gxMass,
    @Schema(description = "in the order of their certificates, page by page")
        Paging.Listed<LotForm> lots) {
  static LedgerForm of(PoolLedger ledger, PageRequest page) {
    Page<Holding> lots =
        Page.of(
            ledger.holdings().stream()
                .filter(holding -> holding.entry() > page.afterNumber())
                .limit(page.rowsToFetch())
                .toList(),
            page,
            holding -> Long.toString(holding.entry()));
    return new LedgerForm(
        PoolForm.of(ledger.pool()),
        ledger.end().map(Enum::name).orElse("OPEN"),
        IntensityForm.of(ledger.cfpBefore()),
        ledger.allocated().text(),
        ledger.debited().text(),
        ledger.remaining().text(),
        ledger.gxMass().text(),
        Paging.listed(lots, holding -> LotForm.of(ledger, holding)));
  }
}
