package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.aggregator.battery.BatteryFile;
import org.cfptrace.aggregator.battery.BatteryFootprint;
import org.cfptrace.aggregator.battery.FunctionalUnit;
import org.cfptrace.aggregator.battery.Hindrance;
import org.cfptrace.aggregator.battery.Obligation;
import org.cfptrace.aggregator.battery.PerKwhDelivered;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A battery's footprint on the wire; numbers at nine decimals, halves rounded away from zero. */
@Schema(name = "BatteryFootprint")
record BatteryFootprintForm(
    String traceId,
    String modelId,
    String facilityId,
    LocalDate asOf,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Schema(description = "without biogenic uptake: the figure that is declared")
        FigureForm declared,
    @Schema(description = "the other total, beside it") FigureForm inclBiogenicUptake,
    List<StageForm> stages,
    UnitForm functionalUnit,
    @Schema(examples = "not-yet-defined") String performanceClass,
    @Nullable String classScheme,
    boolean complete,
    String estimatedShare,
    @Nullable String primaryDataSharePercent,
    @Nullable Map<String, RatingForm> dataQuality,
    List<ObligationForm> obligations,
    @Schema(description = "SHA-256, base64url") String billOfMaterialsHash,
    @Schema(description = "SHA-256, base64url") String electricityMixHash,
    @Schema(description = "whether nothing but warnings stands against it") boolean declarable,
    List<HindranceForm> hindrances) {
  private static final int DECIMALS = 9;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Schema(name = "BatteryFigure")
  record FigureForm(
      @Schema(description = "kg CO2e per kWh delivered over life", examples = "0.158333333")
          String perKwh,
      @Schema(description = "kg CO2e per battery", examples = "5700") String perBattery) {}

  @Schema(name = "BatteryStage")
  record StageForm(
      @Schema(examples = "rawMaterial") String stage,
      String perKwh,
      String perBattery,
      String perBatteryInclBiogenicUptake,
      @Nullable String sharePercent) {}

  @Schema(name = "BatteryFunctionalUnit")
  record UnitForm(
      @Schema(description = "kWh delivered over life") String energyDelivered,
      @Schema(description = "kWh it holds") String usableCapacity,
      String cycles,
      @Nullable String years,
      FunctionalUnit.YearsFrom yearsFrom,
      String rules,
      boolean draft) {}

  @Schema(name = "BatteryRating")
  record RatingForm(String scale, String ter, String tir, String ger) {}

  @Schema(name = "BatteryObligation")
  record ObligationForm(
      Obligation obligation,
      LocalDate notBefore,
      @Schema(description = "the first day; not said while the act is not in force")
          @Nullable LocalDate from) {}

  @Schema(name = "BatteryHindrance")
  record HindranceForm(Hindrance.Code code, boolean blocking, String path, String detail) {}

  static BatteryFootprintForm of(BatteryFile file, LocalDate asOf) {
    BatteryFootprint footprint = file.footprint();
    return new BatteryFootprintForm(
        file.model().product().toString(),
        file.model().modelId(),
        file.model().plant().facilityId(),
        asOf,
        file.figure().period().from(),
        file.figure().period().to(),
        new FigureForm(text(footprint.declared()), text(footprint.declaredPerBattery())),
        new FigureForm(
            text(footprint.inclBiogenicUptake()),
            text(footprint.perBattery().inclBiogenicUptake())),
        footprint.stages().stream().map(BatteryFootprintForm::stage).toList(),
        unit(footprint.functionalUnit()),
        file.performanceClass(),
        file.classScheme().orElse(null),
        file.figure().complete(),
        text(file.figure().estimatedShare().value()),
        file.figure()
            .primaryDataShare()
            .map(PrimaryDataShare::percent)
            .map(percent -> text(percent))
            .orElse(null),
        ratings(file),
        Arrays.stream(Obligation.values()).map(it -> obligation(it, file)).toList(),
        file.hashes().billOfMaterials(),
        file.hashes().electricityMix(),
        file.isDeclarable(),
        file.hindrances().stream()
            .map(it -> new HindranceForm(it.code(), it.code().isBlocking(), it.path(), it.detail()))
            .toList());
  }

  /** The declared figure as it is shown. */
  static String text(PerKwhDelivered value) {
    return text(value.rounded(DECIMALS));
  }

  private static StageForm stage(BatteryFootprint.StageValue value) {
    return new StageForm(
        value.stage().jsonName(),
        text(value.perKwh()),
        text(value.declared()),
        text(value.inclBiogenicUptake()),
        value.share().map(share -> text(share.times(HUNDRED))).orElse(null));
  }

  private static UnitForm unit(FunctionalUnit unit) {
    return new UnitForm(
        text(unit.energyDelivered().kilowattHours()),
        text(unit.capacity().kilowattHours()),
        text(unit.cycles()),
        unit.years().map(BatteryFootprintForm::text).orElse(null),
        unit.yearsFrom(),
        unit.rules(),
        unit.draft());
  }

  private static ObligationForm obligation(Obligation obligation, BatteryFile file) {
    return new ObligationForm(
        obligation,
        obligation.notBefore(file.model().category()),
        file.obligations().get(obligation));
  }

  private static @Nullable Map<String, RatingForm> ratings(BatteryFile file) {
    return file.figure()
        .rating()
        .map(
            quality -> {
              Map<String, RatingForm> ratings = new LinkedHashMap<>();
              quality
                  .byProcess()
                  .forEach(
                      (stage, rating) ->
                          ratings.put(
                              stage.jsonName(),
                              new RatingForm(
                                  quality.scale().name(),
                                  text(rating.ter()),
                                  text(rating.tir()),
                                  text(rating.ger()))));
              return ratings;
            })
        .orElse(null);
  }

  private static String text(Fraction value) {
    return text(value.rounded(DECIMALS, RoundingMode.HALF_UP));
  }

  private static String text(KgCo2e amount) {
    return text(amount.value());
  }

  private static String text(BigDecimal value) {
    BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
