package org.cfptrace.aggregator.steel.adapter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cfptrace.aggregator.steel.CertificateEstimate;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.CountryCode;
import org.cfptrace.aggregator.steel.DefaultValue;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published default value on the wire, with the row it stands in. */
@Schema(description = "As published, never recomputed; t CO2e per t.")
public record DefaultValueForm(
    String cn,
    String country,
    int year,
    @Schema(
            description =
                "the column of that year, mark-up included; missing where none was printed")
        @Nullable String value,
    @Nullable String direct,
    @Nullable String indirect,
    RowForm row,
    @Schema(description = "there where a benchmark and a CBAM factor are published")
        @Nullable EstimateForm certificates,
    @Schema(description = "the set it was found in") String set) {

  /** The row as printed. */
  public record RowForm(
      String cn,
      @Schema(description = "missing in the row for all other countries") @Nullable String country,
      @Nullable String base,
      @Nullable String for2026,
      @Nullable String for2027,
      @Nullable String from2028,
      @Nullable String indirect,
      String route,
      String source,
      LocalDate asOf) {
    static RowForm of(DefaultValue row) {
      CountryCode country = row.country();
      return new RowForm(
          row.prefix(),
          country == null ? null : country.letters(),
          text(row.base()),
          text(row.for2026()),
          text(row.for2027()),
          text(row.from2028()),
          text(row.indirect()),
          row.route(),
          row.source(),
          row.asOf());
    }
  }

  /** What of it certificates may have to cover, with a cross-sectoral correction of 1. */
  @Schema(description = "An estimate in t CO2e per t, not a price and not a declaration.")
  public record EstimateForm(
      NumberForm benchmark, String cbamFactor, NumberForm freeAllocation, NumberForm toBeCovered) {
    static EstimateForm of(CertificateEstimate estimate) {
      return new EstimateForm(
          NumberForm.of(estimate.benchmark()),
          estimate.cbamFactor().text(),
          NumberForm.of(estimate.freeAllocation()),
          NumberForm.of(estimate.toBeCovered()));
    }
  }

  static DefaultValueForm of(
      CnCode code,
      CountryCode country,
      ReportingYear year,
      DefaultValue row,
      @Nullable CertificateEstimate estimate,
      String set) {
    var emissions = row.emissions(year);
    return new DefaultValueForm(
        code.digits(),
        country.letters(),
        year.year(),
        row.in(year).map(BigDecimal::toPlainString).orElse(null),
        emissions.map(see -> NumberForm.of(see.direct()).value()).orElse(null),
        emissions.map(see -> NumberForm.of(see.indirect()).value()).orElse(null),
        RowForm.of(row),
        estimate == null ? null : EstimateForm.of(estimate),
        set);
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
