package org.cfptrace.service.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.Gap;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.WeighedQuality;
import org.cfptrace.strict.Decimals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cumulative footprint as it is shown: exact decimals in quotes, kg CO2e per one unit of the
 * product.
 */
@Schema(name = "Footprint")
public record FootprintForm(
    String traceId,
    @Schema(description = "every value is per one of it", examples = "piece") String unit,
    PeriodForm period,
    @Schema(description = "what this company emits itself") Own own,
    @Schema(description = "what the parts bring, as far as it is known") Amount upstream,
    Total total,
    List<FootprintLineForm> lines,
    Quality quality,
    @Schema(
            description =
                "what the total rests on; missing where that is not known, and of a total of zero")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Verification verification,
    @Schema(description = "all that keeps the total from being complete") List<Missing> missing,
    @Schema(description = "the sum, step by step, in English and Japanese")
        List<Bilingual> explanation) {

  /** Emissions without and with biogenic uptake, and by stage and account. */
  @Schema(name = "Amount")
  public record Amount(
      @Schema(examples = "5") String exclBiogenicUptake,
      @Schema(examples = "5") String inclBiogenicUptake,
      List<ValueForm> values) {
    /** In the form it goes out in. */
    public static Amount of(Emissions emissions) {
      return new Amount(
          emissions.exclBiogenicUptake().text(),
          emissions.inclBiogenicUptake().text(),
          ValueForm.of(emissions));
    }
  }

  /** Own emissions; not known is not zero. */
  @Schema(name = "Own")
  public record Own(
      @Schema(description = "false: nobody has posted any for this period") boolean known,
      @Nullable String exclBiogenicUptake,
      @Nullable String inclBiogenicUptake,
      List<ValueForm> values) {
    /** In the form it goes out in. */
    public static Own of(Footprint footprint) {
      return footprint.isOwnKnown()
          ? new Own(
              true,
              footprint.own().exclBiogenicUptake().text(),
              footprint.own().inclBiogenicUptake().text(),
              ValueForm.of(footprint.own()))
          : new Own(false, null, null, List.of());
    }
  }

  /** The sum of what is known, and whether that is all. */
  @Schema(name = "Total")
  public record Total(
      @Schema(examples = "8") String exclBiogenicUptake,
      @Schema(examples = "8") String inclBiogenicUptake,
      @Schema(description = "false: something is missing, and \"missing\" says what")
          boolean complete,
      @Schema(description = "0 to 1: how much of it is estimated", examples = "0")
          String estimatedShare,
      List<ValueForm> values) {
    /** In the form it goes out in. */
    public static Total of(Footprint footprint) {
      return new Total(
          footprint.total().exclBiogenicUptake().text(),
          footprint.total().inclBiogenicUptake().text(),
          footprint.isComplete(),
          footprint.estimatedShare().text(),
          ValueForm.of(footprint.total()));
    }
  }

  /** How good the data is. */
  @Schema(name = "WeighedQuality")
  public record Quality(
      @Schema(
              description = "percent of the footprint that rests on primary data",
              examples = "62.5")
          @Nullable String primaryDataShare,
      Map<String, String> primaryDataShareByProcess,
      @Nullable QualityForm rating,
      @Schema(description = "data quality rating over all, 1 is best") @Nullable String overall,
      @Schema(description = "why there is no rating") @Nullable String withheld) {
    /** In the form it goes out in. */
    public static Quality of(WeighedQuality quality) {
      Map<String, String> byProcess = new TreeMap<>();
      quality
          .primaryDataShareByProcess()
          .forEach((process, share) -> byProcess.put(process.jsonName(), share.text()));
      return new Quality(
          quality.primaryDataShare() == null ? null : quality.primaryDataShare().text(),
          byProcess,
          quality.rating() == null ? null : QualityForm.of(quality.rating()),
          quality.overall() == null ? null : quality.overall().toPlainString(),
          quality.withheld() == null ? null : quality.withheld().name());
    }
  }

  /** What it rests on, in percent by size of emissions; the three add up to 100. */
  @Schema(name = "Verification")
  public record Verification(
      @Schema(description = "on what accredited auditors have verified", examples = "16")
          String audited,
      @Schema(
              description = "on declarations that carry their issuer's signature alone",
              examples = "54")
          String signedOnly,
      @Schema(
              description = "on no declaration: own figures, estimates and stand-ins",
              examples = "30")
          String notDeclared) {
    /** In the form it goes out in. */
    public static @Nullable Verification of(@Nullable VerificationShares shares) {
      return shares == null
          ? null
          : new Verification(
              Decimals.write(shares.audited()),
              Decimals.write(shares.signedOnly()),
              Decimals.write(shares.notDeclared()));
    }
  }

  /** One thing that is missing; without a line it is the own emissions. */
  @Schema(name = "Missing")
  public record Missing(@Nullable String lineId, String en, String ja) {
    /** In the form it goes out in. */
    public static Missing of(Gap gap) {
      return new Missing(
          gap.lineId() == null ? null : gap.lineId().value(), gap.text().en(), gap.text().ja());
    }
  }

  /** A footprint in the form it goes out in. */
  public static FootprintForm of(Footprint footprint) {
    return of(footprint, part -> Optional.empty());
  }

  /**
   * A footprint in the form it goes out in.
   *
   * @param missingSince the day since which a part of a line gives no figure, where that is known
   */
  public static FootprintForm of(
      Footprint footprint, Function<LinePart, Optional<LocalDate>> missingSince) {
    return new FootprintForm(
        footprint.product().traceId().toString(),
        footprint.product().unit().text(),
        PeriodForm.of(footprint.period()),
        Own.of(footprint),
        Amount.of(footprint.upstream()),
        Total.of(footprint),
        footprint.lines().stream().map(line -> FootprintLineForm.of(line, missingSince)).toList(),
        Quality.of(footprint.quality()),
        Verification.of(footprint.verification()),
        footprint.gaps().stream().map(Missing::of).toList(),
        footprint.explanation());
  }
}
