package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.Component;
import org.cfptrace.aggregator.battery.DeclaredCycles;
import org.cfptrace.aggregator.battery.ElectricityMix;
import org.cfptrace.aggregator.battery.Plant;
import org.cfptrace.aggregator.battery.VehicleCategory;
import org.cfptrace.aggregator.battery.Warranty;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A battery model as it is written over HTTP and kept. */
@Schema(name = "BatteryModel")
record ModelForm(
    @Schema(readOnly = true) String traceId,
    @Schema(required = true, maxLength = 100) String modelId,
    @Schema(required = true) BatteryCategory category,
    @Schema(description = "of the vehicle it is for") @Nullable VehicleCategory vehicleCategory,
    @Schema(required = true, examples = "NMC 622") String chemistry,
    @Schema(required = true, description = "of one battery") String massKilograms,
    @Schema(required = true, description = "kWh it holds, usable, when new", examples = "75")
        String usableCapacity,
    @Schema(description = "years, kilometres or both; not said without a warranty")
        @Nullable WarrantyForm warranty,
    @Schema(description = "the manufacturer's own number, where no rule has one")
        @Nullable CyclesForm cycles,
    @Schema(required = true) PlantForm plant,
    @Schema(required = true, description = "what the plant's electricity is made from; shares of 1")
        List<MixForm> electricity,
    @Schema(description = "which lines or products play the roles that need company data")
        List<ComponentForm> components) {

  @Schema(name = "BatteryWarranty")
  record WarrantyForm(@Nullable String years, @Nullable String kilometres) {}

  @Schema(name = "BatteryCycles")
  record CyclesForm(String number, DeclaredCycles.Per per, String justification) {}

  @Schema(name = "BatteryPlant")
  record PlantForm(String facilityId, String name, String country, String address) {}

  @Schema(name = "ElectricityMixPart")
  record MixForm(String source, String country, String share) {}

  @Schema(name = "BatteryComponent")
  record ComponentForm(
      @Schema(description = "the path of a line, or a trace id") String part, ComponentRole role) {}

  static ModelForm of(BatteryModel model) {
    Plant plant = model.plant();
    return new ModelForm(
        model.product().toString(),
        model.modelId(),
        model.category(),
        model.vehicleCategory().orElse(null),
        model.chemistry(),
        model.massKilograms().toPlainString(),
        model.usableCapacity().kilowattHours().toPlainString(),
        of(model.warranty()),
        model
            .cycles()
            .map(it -> new CyclesForm(it.number().toPlainString(), it.per(), it.justification()))
            .orElse(null),
        new PlantForm(plant.facilityId(), plant.name(), plant.country(), plant.address()),
        model.electricity().parts().stream()
            .map(
                part ->
                    new MixForm(
                        part.source(), part.country(), part.share().value().toPlainString()))
            .toList(),
        model.components().stream()
            .map(component -> new ComponentForm(component.part(), component.role()))
            .toList());
  }

  /** What was kept, again. */
  BatteryModel model() {
    return new BatteryModel(
        TraceId.of(traceId),
        modelId,
        category,
        Optional.ofNullable(vehicleCategory),
        chemistry,
        new BigDecimal(massKilograms),
        new BatteryCapacity(new BigDecimal(usableCapacity)),
        Optional.ofNullable(warranty)
            .map(it -> new Warranty(number(it.years()), number(it.kilometres())))
            .orElse(Warranty.NONE),
        Optional.ofNullable(cycles)
            .map(
                it ->
                    new DeclaredCycles(new BigDecimal(it.number()), it.per(), it.justification())),
        new Plant(plant.facilityId(), plant.name(), plant.country(), plant.address()),
        new ElectricityMix(
            electricity.stream()
                .map(
                    part ->
                        new ElectricityMix.Part(
                            part.source(), part.country(), new Share(new BigDecimal(part.share()))))
                .toList()),
        components.stream()
            .map(component -> new Component(component.part(), component.role()))
            .toList());
  }

  private static @Nullable WarrantyForm of(Warranty warranty) {
    return warranty.equals(Warranty.NONE)
        ? null
        : new WarrantyForm(
            warranty.years().map(BigDecimal::toPlainString).orElse(null),
            warranty.kilometres().map(BigDecimal::toPlainString).orElse(null));
  }

  private static Optional<BigDecimal> number(@Nullable String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}
