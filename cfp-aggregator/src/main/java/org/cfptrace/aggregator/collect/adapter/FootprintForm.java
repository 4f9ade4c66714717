package org.cfptrace.aggregator.collect.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.IssuerWord;
import org.cfptrace.aggregator.collect.ProductFootprints.Figure;
import org.cfptrace.aggregator.collect.ProductFootprints.FigureState;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.envelope.RequestCounts;
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
    String declarationId,
    @Schema(description = "what the maker keeps back from us from now on") List<String> withheld,
    @Schema(description = "there once the maker has said how far it is")
        @Nullable ProgressForm progress) {
  /** How far the tree behind a product is. */
  public record ProgressForm(
      @Schema(description = "false makes the total incomplete, whatever was declared")
          boolean complete,
      @Schema(description = "there where the maker tells") @Nullable CountsForm requests,
      @Schema(description = "the day of the last change") LocalDate changedOn) {
    static ProgressForm of(IssuerWord.Progress progress) {
      return new ProgressForm(
          progress.complete(),
          progress.requests().map(CountsForm::of).orElse(null),
          progress.changedOn());
    }
  }

  /** Requests counted over that whole tree. */
  public record CountsForm(
      long asked,
      long answered,
      @Schema(description = "some tier keeps its counts to itself: there may be more than these")
          boolean partial) {
    static CountsForm of(RequestCounts counts) {
      return new CountsForm(counts.asked(), counts.answered(), counts.isPartial());
    }
  }

  static FootprintForm of(Figure figure, LocalDate day) {
    CollectedDeclaration declaration = figure.declaration();
    boolean holds = figure.state() == FigureState.OK;
    TotalForm total = figure.total().map(TotalForm::of).orElse(null);
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
        declaration.id().value(),
        figure.word().withheld().stream().map(Enum::name).toList(),
        figure.word().progress().map(ProgressForm::of).orElse(null));
  }
}
