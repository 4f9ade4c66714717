package org.cfptrace.aggregator.gx.adapter;

import java.time.Instant;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.Entry;
import org.cfptrace.aggregator.gx.GxMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a ledger on the wire. */
@Schema(
    name = "GxEntry",
    description = "One line of a pool's ledger: who, when, what; never changed.")
public record EntryForm(
    long number,
    Instant at,
    String by,
    @Schema(
            enumeration = {
              "ISSUED",
              "TRANSFERRED",
              "RETIRED",
              "CANCELLED",
              "DEBITED",
              "CLOSED",
              "WITHDRAWN"
            })
        String kind,
    @Nullable String certificateId,
    @Nullable String productLot,
    @Nullable String site,
    @Nullable GxMethod method,
    @Schema(description = "t of product") @Nullable String mass,
    @Schema(description = "t CO2e") @Nullable String reduction,
    Debit.@Nullable Cause cause,
    @Schema(description = "to whom, on whose behalf, why, or what a debit is for")
        @Nullable String note,
    @Schema(description = "what every tonne of the line carried once this was entered")
        IntensityForm cfpBefore) {
  static EntryForm of(Entry entry) {
    return entry
        .act()
        .fold(
            issued ->
                new EntryForm(
                    entry.number(),
                    entry.at(),
                    entry.by(),
                    CertificateState.ISSUED.name(),
                    issued.certificate().value(),
                    issued.lot().value(),
                    issued.site().value(),
                    issued.method(),
                    issued.mass().text(),
                    issued.reduction().text(),
                    null,
                    null,
                    IntensityForm.of(entry.cfpBefore())),
            moved ->
                new EntryForm(
                    entry.number(),
                    entry.at(),
                    entry.by(),
                    moved.to().name(),
                    moved.certificate().value(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    moved.note(),
                    IntensityForm.of(entry.cfpBefore())),
            debited ->
                new EntryForm(
                    entry.number(),
                    entry.at(),
                    entry.by(),
                    EntryRow.DEBITED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    debited.reduction().text(),
                    debited.cause(),
                    debited.reference(),
                    IntensityForm.of(entry.cfpBefore())),
            ended ->
                new EntryForm(
                    entry.number(),
                    entry.at(),
                    entry.by(),
                    ended.kind().name(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ended.why(),
                    IntensityForm.of(entry.cfpBefore())));
  }
}
