package org.cfptrace.aggregator.query.adapter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one source brings, as it is shown. */
@Schema(name = "SourceShare")
public record SourceShareForm(
    String name,
    Contribution.Kind kind,
    @Schema(description = "the way from the product down to it") List<String> path,
    String assemblyTraceId,
    @Schema(description = "the version of the assembly's structure") long structureVersion,
    @Nullable String lineId,
    @Nullable String partnerId,
    @Nullable String supplierTraceId,
    @Nullable String plant,
    String state,
    Bilingual stateText,
    String origin,
    @Schema(description = "the declaration whose figure was counted")
        @Nullable String declarationId,
    @Schema(description = "the emission factor: set, version and code") @Nullable String factor,
    @Schema(description = "kg CO2e per unit of the product; missing where there is no figure")
        @Nullable String exclBiogenicUptake,
    @Nullable String inclBiogenicUptake,
    @Schema(description = "where there is no figure, what the last known one would bring")
        @Nullable String lastKnownInclBiogenicUptake,
    @Schema(description = "percent of the total, two decimals") @Nullable String percent) {

  /** In the form it goes out in. */
  public static SourceShareForm of(Contribution each, KgCo2e total) {
    boolean isFigure = !each.isMissing();
    KgCo2e incl = each.emissions().inclBiogenicUptake();
    return new SourceShareForm(
        each.name(),
        each.kind(),
        each.path(),
        each.assembly().toString(),
        each.structureVersion(),
        each.line().map(line -> line.line().lineId().value()).orElse(null),
        each.supplier().map(supplier -> supplier.partner().did()).orElse(null),
        each.supplier().map(supplier -> supplier.product().toString()).orElse(null),
        each.plant().orElse(null),
        each.state().toString(),
        each.state().text(),
        each.origin().name(),
        each.declarationId().orElse(null),
        each.factor().map(FactorReference::toString).orElse(null),
        isFigure ? each.emissions().exclBiogenicUptake().text() : null,
        isFigure ? incl.text() : null,
        lastKnown(each),
        isFigure ? percent(incl, total) : null);
  }

  private static @Nullable String lastKnown(Contribution each) {
    return each.isMissing() && !each.lastKnown().equals(Emissions.NONE)
        ? each.lastKnown().inclBiogenicUptake().text()
        : null;
  }

  /** A share of a total in percent; none of nothing. */
  static @Nullable String percent(KgCo2e part, KgCo2e total) {
    return total.isZero()
        ? null
        : part.value()
            .multiply(BigDecimal.valueOf(100))
            .divide(total.value(), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
