package org.cfptrace.aggregator.vehicle.adapter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.aggregator.query.adapter.SourceShareForm;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.KgCo2e;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The footprint of a vehicle as it is shown: kg CO2e without biogenic uptake. */
@Schema(name = "VehicleFootprint")
record VehicleFootprintForm(
    String traceId,
    String name,
    LocalDate asOf,
    boolean complete,
    String perVehicle,
    @Schema(description = "nine decimals where it does not end") String perKilogram,
    @Schema(description = "per kilometre of its life; the use phase is not in it")
        String perKilometre,
    @Schema(description = "the total with biogenic uptake") String inclBiogenicUptake,
    Map<String, String> shares,
    @Schema(description = "what the shares leave over; below a microgram") String rounding,
    BatteryShare battery,
    @Schema(description = "scopes of their own, in none of these numbers") Later later,
    List<SourceShareForm> largest) {

  private static final int LARGEST = 10;

  /** What the traction battery brings. */
  @Schema(name = "VehicleBattery")
  record BatteryShare(String perVehicle, boolean complete) {}

  /** After the gate. */
  @Schema(name = "VehicleLater")
  record Later(@Nullable String outbound, @Nullable String usePhase, @Nullable String endOfLife) {}

  static VehicleFootprintForm of(VehicleFootprint vehicle) {
    Map<String, String> shares = new TreeMap<>();
    vehicle.shares().forEach((share, amount) -> shares.put(share.name(), amount.text()));
    KgCo2e total = vehicle.footprint().total().inclBiogenicUptake();
    return new VehicleFootprintForm(
        vehicle.tree().root().traceId().toString(),
        vehicle.tree().root().name(),
        vehicle.tree().moment().day(),
        vehicle.footprint().isComplete(),
        vehicle.perVehicle().text(),
        VehicleFootprint.shown(vehicle.perKilogram()).toPlainString(),
        VehicleFootprint.shown(vehicle.perKilometre()).toPlainString(),
        total.text(),
        shares,
        vehicle.rounding().text(),
        new BatteryShare(vehicle.battery().text(), !vehicle.isBatteryIncomplete()),
        new Later(
            vehicle.model().later().outbound().map(KgCo2e::text).orElse(null),
            vehicle.model().later().usePhase().map(KgCo2e::text).orElse(null),
            vehicle.model().later().endOfLife().map(KgCo2e::text).orElse(null)),
        vehicle.largest(LARGEST).stream().map(each -> SourceShareForm.of(each, total)).toList());
  }
}
