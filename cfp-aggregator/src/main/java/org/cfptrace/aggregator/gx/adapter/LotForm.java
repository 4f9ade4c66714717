package org.cfptrace.aggregator.gx.adapter;

import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.GxMethod;
import org.cfptrace.aggregator.gx.Holding;
import org.cfptrace.aggregator.gx.PoolLedger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot with its certificate on the wire. */
@Schema(name = "GxLot", description = "A lot that a part of the pool was allocated to.")
public record LotForm(
    String certificateId,
    String poolId,
    CertificateState state,
    @Schema(description = "to whom it was last transferred") @Nullable String holder,
    String productLot,
    String site,
    @Schema(description = "t of product") String mass,
    @Schema(description = "t CO2e") String reduction,
    GxMethod method,
    @Schema(description = "what files for the EU, Catena-X and PACT take") IntensityForm cfpBefore,
    @Schema(description = "t CO2e per t that the certificate takes")
        IntensityForm reductionPerTonne,
    @Schema(
            description =
                "a second figure; under GX_ALLOCATION alone, and not once the certificate is"
                    + " cancelled")
        @Nullable IntensityForm cfpAfterAllocation) {
  static LotForm of(PoolLedger ledger, Holding holding) {
    Allocation allocation = holding.allocation();
    boolean hasSecond = allocation.method() == GxMethod.GX_ALLOCATION && holding.isActive();
    return new LotForm(
        allocation.certificate().value(),
        ledger.pool().id().toString(),
        holding.state(),
        holding.holder().orElse(null),
        allocation.lot().value(),
        allocation.site().value(),
        allocation.mass().text(),
        allocation.reduction().text(),
        allocation.method(),
        IntensityForm.of(ledger.cfpBefore()),
        IntensityForm.of(allocation.perTonne()),
        hasSecond ? IntensityForm.of(ledger.cfpAfter(holding)) : null);
  }
}
