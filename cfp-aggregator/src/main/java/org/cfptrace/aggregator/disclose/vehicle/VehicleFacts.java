package org.cfptrace.aggregator.disclose.vehicle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.aggregator.vehicle.VehicleModel.Later;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;

/**
 * All that the files of a vehicle say.
 *
 * @param options it is built with
 * @param known whether anything of it has a figure at all
 * @param total without biogenic uptake, as a declaration states it
 * @param stages the same total by stage; they add up exactly
 * @param rating the mean rating of the whole, where it is not withheld
 * @param later scopes of their own, never added
 * @param inside for the owner alone
 */
public record VehicleFacts(
    Audience audience,
    String company,
    TraceId traceId,
    String name,
    Optional<String> description,
    List<String> options,
    Optional<String> plant,
    Period period,
    BigDecimal massKilograms,
    BigDecimal lifetimeKilometres,
    CalculationBasis basis,
    boolean known,
    boolean complete,
    KgCo2e total,
    KgCo2e inclBiogenicUptake,
    List<StageSum> stages,
    Share estimatedShare,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<DataQuality> quality,
    Optional<BigDecimal> rating,
    Later later,
    Optional<Inside> inside) {
  public VehicleFacts {
    requireNonNull(audience, "audience");
    requireNonNull(company, "company");
    requireNonNull(traceId, "traceId");
    requireNonNull(name, "name");
    options = List.copyOf(options);
    requireNonNull(period, "period");
    requireNonNull(basis, "basis");
    stages = List.copyOf(stages);
    requireNonNull(later, "later");
    if (audience.seesParts() != inside.isPresent()) {
      throw new IllegalArgumentException("parts are for the owner, and for nobody else");
    }
  }

  /** One stage of the total, without biogenic uptake. */
  public record StageSum(Stage stage, KgCo2e amount) {}

  /**
   * One of the four shares, without biogenic uptake.
   *
   * @param amount empty where all that falls into it is missing
   */
  public record ShareSum(VehicleFootprint.Share share, Optional<KgCo2e> amount) {}

  /**
   * What is inside the vehicle.
   *
   * @param battery what comes in through the battery's lines; empty where there is none
   * @param rounding what the total is more than the sum of all rows, without biogenic uptake
   * @param roundingIncl the same with biogenic uptake
   */
  public record Inside(
      List<PartRow> rows,
      List<ShareSum> shares,
      Optional<KgCo2e> battery,
      boolean batteryComplete,
      KgCo2e rounding,
      KgCo2e roundingIncl) {
    public Inside {
      rows = List.copyOf(rows);
      shares = List.copyOf(shares);
      requireNonNull(battery, "battery");
      requireNonNull(rounding, "rounding");
      requireNonNull(roundingIncl, "roundingIncl");
    }
  }

  /** Per kilogram of the vehicle. */
  Fraction perKilogram() {
    return Fraction.of(total.value()).dividedBy(massKilograms);
  }

  /** Per kilometre of its life; the use phase is not in it. */
  Fraction perKilometre() {
    return Fraction.of(total.value()).dividedBy(lifetimeKilometres);
  }
}
