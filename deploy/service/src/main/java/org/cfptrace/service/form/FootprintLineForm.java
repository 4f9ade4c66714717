package org.cfptrace.service.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.SourceFigure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one line of the bill of materials brings to a footprint, and whether it counts. */
@Schema(name = "FootprintLine")
public record FootprintLineForm(
    String lineId,
    String partName,
    @Schema(examples = "2.5") String amount,
    String unit,
    @Schema(examples = "0.8") String yield,
    @Schema(
            description =
                "OK, or why the line does not count fully: ASKED, REJECTED, WITHHELD, STALE,"
                    + " EXPIRED, RECALLED, SENDER_SUSPENDED, UNUSABLE(reason)",
            examples = "UNUSABLE(UNIT_MISMATCH)")
        String state,
    Bilingual stateText,
    @Schema(description = "PRIMARY, SECONDARY, PROXY, DEFAULT or NONE") String origin,
    @Schema(description = "every part counts and every input says it is complete") boolean complete,
    FootprintForm.Amount contribution,
    List<Part> parts) {

  /** The part of a line that one source covers. */
  @Schema(name = "FootprintPart")
  public record Part(
      String share,
      String state,
      String origin,
      @Nullable String partnerId,
      @Nullable String supplierTraceId,
      @Schema(description = "the figure that entered the total") @Nullable Figure counted,
      FootprintForm.Amount contribution,
      @Schema(description = "shown, not counted") @Nullable Figure lastKnown,
      @Nullable Bilingual detail,
      @Schema(description = "the day since which it gives no figure, where that is known")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable LocalDate since) {
    /** In the form it goes out in. */
    public static Part of(LinePart part, Optional<LocalDate> missingSince) {
      var supplier = part.supplier();
      return new Part(
          part.share().text(),
          part.state().toString(),
          part.origin().name(),
          supplier == null ? null : supplier.partner().did(),
          supplier == null ? null : supplier.product().toString(),
          Figure.of(part.counted()),
          FootprintForm.Amount.of(part.contribution()),
          Figure.of(part.lastKnown()),
          part.detail(),
          missingSince.orElse(null));
    }
  }

  /** A source's figure, per one of its unit. */
  @Schema(name = "Figure")
  public record Figure(
      String exclBiogenicUptake,
      String inclBiogenicUptake,
      String unit,
      boolean complete,
      @Nullable String declarationId,
      @Schema(description = "what it rests on, where that is known")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          FootprintForm.@Nullable Verification verification) {
    /** In the form it goes out in. */
    public static @Nullable Figure of(SourceFigure.@Nullable Given given) {
      return given == null
          ? null
          : new Figure(
              given.emissions().exclBiogenicUptake().text(),
              given.emissions().inclBiogenicUptake().text(),
              given.unit().text(),
              given.complete(),
              given.reference() == null ? null : given.reference().declarationId(),
              FootprintForm.Verification.of(given.verification()));
    }
  }

  /** A line in the form it goes out in. */
  public static FootprintLineForm of(
      LineResult result, Function<LinePart, Optional<LocalDate>> missingSince) {
    var line = result.line();
    return new FootprintLineForm(
        line.lineId().value(),
        line.partName(),
        line.netAmount().amount().toPlainString(),
        line.netAmount().unit().text(),
        line.yield().text(),
        result.state().toString(),
        result.state().text(),
        result.origin().name(),
        result.isComplete(),
        FootprintForm.Amount.of(result.contribution()),
        result.parts().stream().map(part -> Part.of(part, missingSince.apply(part))).toList());
  }
}
