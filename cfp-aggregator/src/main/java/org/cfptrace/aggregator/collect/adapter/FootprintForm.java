package org.cfptrace.aggregator.collect.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.ProductFootprints.Figure;
import org.cfptrace.aggregator.collect.ProductFootprints.FigureState;
import org.cfptrace.declaration.QualityClaim;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The footprint of a product as its maker declared it, on the wire. */
@Schema(description = "As declared by the product's maker; nothing is computed here.")
public record FootprintForm(
    String traceId,
    String issuer,
    String productName,
    String unit,
    LocalDate asOf,
    FigureState state,
    @Schema(description = "there only in state OK") @Nullable TotalForm total,
    @Schema(description = "the last known figure where none holds on that day; not to be added up")
        @Nullable TotalForm lastKnown,
    DeclarationForm.PeriodForm period,
    @Schema(description = "as declared", implementation = Object.class) @Nullable JsonNode quality,
    String declarationId) {
  static FootprintForm of(Figure figure, LocalDate day) {
    CollectedDeclaration declaration = figure.declaration();
    boolean holds = figure.state() == FigureState.OK;
    TotalForm total = declaration.total().map(TotalForm::of).orElse(null);
    return new FootprintForm(
        declaration.product().traceId().toString(),
        declaration.issuer().did(),
        declaration.product().productName(),
        declaration.product().unit().text(),
        day,
        figure.state(),
        holds ? total : null,
        holds ? null : total,
        DeclarationForm.PeriodForm.of(declaration.period()),
        declaration.quality().map(QualityClaim::toJson).orElse(null),
        declaration.id().value());
  }
}
