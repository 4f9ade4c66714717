package org.cfptrace.aggregator.steel.adapter;

import java.util.List;
import org.cfptrace.aggregator.steel.Flag;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.PrecursorContribution;
import org.cfptrace.aggregator.steel.PrecursorUse;
import org.cfptrace.aggregator.steel.ProcessResult;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.cfptrace.aggregator.steel.ValueBasis;
import org.cfptrace.rollup.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a calculation found, on the wire. */
@Schema(description = "Specific embedded emissions (CBAM) of one installation in one year.")
public record SteelResultForm(
    String installation,
    int year,
    @Schema(description = "the set of default values that was at hand") String defaultValues,
    @Schema(description = "of all processes themselves, t CO2e") NumberForm installationDirect,
    @Schema(description = "of all electricity consumed, t CO2e") NumberForm installationIndirect,
    List<ProcessForm> processes,
    List<FlagForm> flags,
    @Schema(description = "how it was computed, sentence by sentence") List<TextForm> explanation) {

  /** One process and what its goods carry. */
  public record ProcessForm(
      String id,
      String name,
      GoodsCategory good,
      @Nullable SteelRoute route,
      @Schema(description = "every one has the same specific embedded emissions")
          List<String> cnCodes,
      @Schema(description = "activity level, t") String tonnes,
      NumberForm attributedDirect,
      NumberForm attributedIndirect,
      EmbeddedForm specificEmbeddedEmissions,
      @Schema(description = "sum of M x SEE by default / (SEE x AL), 0 to 1")
          NumberForm shareByDefaultValues,
      NumberForm electricityPerTonne,
      NumberForm scrapPerTonne,
      List<PrecursorForm> precursors) {
    static ProcessForm of(ProcessResult result) {
      var process = result.process();
      return new ProcessForm(
          process.id().value(),
          process.name(),
          process.good(),
          process.route(),
          process.outputs().stream().map(output -> output.code().digits()).distinct().toList(),
          process.made().value().toPlainString(),
          NumberForm.of(result.attributed().direct().value()),
          NumberForm.of(result.attributed().indirect().value()),
          EmbeddedForm.of(result.emissions()),
          NumberForm.of(result.shareByDefault()),
          NumberForm.of(result.electricityPerTonne()),
          NumberForm.of(result.scrapPerTonne()),
          result.precursors().stream().map(PrecursorForm::of).toList());
    }
  }

  /** One precursor of a process. */
  public record PrecursorForm(
      String name,
      @Nullable String process,
      @Nullable String purchase,
      @Schema(description = "consumed, t") String tonnes,
      NumberForm perTonne,
      ValueBasis basis,
      String source,
      EmbeddedForm specificEmbeddedEmissions,
      EmbeddedForm embedded) {
    static PrecursorForm of(PrecursorContribution precursor) {
      PrecursorUse use = precursor.use();
      return new PrecursorForm(
          precursor.name(),
          use instanceof PrecursorUse.FromProcess own ? own.process().value() : null,
          use instanceof PrecursorUse.FromPurchase bought ? bought.purchase().value() : null,
          use.consumed().value().toPlainString(),
          NumberForm.of(precursor.perTonne()),
          precursor.value().basis(),
          precursor.value().source(),
          EmbeddedForm.of(precursor.value().emissions()),
          EmbeddedForm.of(precursor.embedded()));
    }
  }

  /** Something to be seen. */
  public record FlagForm(Flag.Kind kind, String field, boolean unresolved, String en, String ja) {
    static FlagForm of(Flag flag) {
      return new FlagForm(
          flag.kind(),
          flag.where(),
          flag.kind().isUnresolved(),
          flag.text().en(),
          flag.text().ja());
    }
  }

  /** One sentence in two languages. */
  public record TextForm(String en, String ja) {
    static TextForm of(Bilingual text) {
      return new TextForm(text.en(), text.ja());
    }
  }

  static SteelResultForm of(SteelResult result) {
    return new SteelResultForm(
        result.input().installation().value(),
        result.input().year().year(),
        result.defaultValues(),
        NumberForm.of(result.direct().value()),
        NumberForm.of(result.indirect().value()),
        result.processes().stream().map(ProcessForm::of).toList(),
        result.flags().stream().map(FlagForm::of).toList(),
        result.explanation().stream().map(TextForm::of).toList());
  }
}
