package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;

/** Reads a battery model from a body; every fault is told at its own path. */
final class ModelReader {
  private static final int SHORT = 100;
  private static final int LONG = 500;
  private static final int MOST = 200;

  private ModelReader() {}

  static BatteryModel read(Body body, TraceId product) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    var modelId = fields.requiredText("modelId", SHORT);
    var category = fields.requiredChoice("category", BatteryCategory.class);
    var vehicle = fields.choice("vehicleCategory", VehicleCategory.class);
    var chemistry = fields.requiredText("chemistry", SHORT);
    var mass = fields.requiredPositiveDecimal("massKilograms");
    var capacity = fields.requiredPositiveDecimal("usableCapacity").map(BatteryCapacity::new);
    var warranty = fields.object("warranty").map(ModelReader::warranty).orElse(Warranty.NONE);
    var cycles = fields.object("cycles").flatMap(ModelReader::cycles);
    var plant = fields.requiredObject("plant").flatMap(ModelReader::plant);
    var electricity = electricity(fields);
    var components = components(fields);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new BatteryModel(
        product,
        modelId.orElseThrow(),
        category.orElseThrow(),
        vehicle,
        chemistry.orElseThrow(),
        mass.orElseThrow(),
        capacity.orElseThrow(),
        warranty,
        cycles,
        plant.orElseThrow(),
        electricity.orElseThrow(),
        components);
  }

  private static Warranty warranty(Fields fields) {
    var years = fields.positiveDecimal("years");
    var kilometres = fields.positiveDecimal("kilometres");
    fields.refuseOthers();
    return new Warranty(years, kilometres);
  }

  private static Optional<DeclaredCycles> cycles(Fields fields) {
    var number = fields.requiredPositiveDecimal("number");
    var per = fields.requiredChoice("per", DeclaredCycles.Per.class);
    var justification = fields.requiredText("justification", LONG);
    fields.refuseOthers();
    return number.isPresent() && per.isPresent() && justification.isPresent()
        ? Optional.of(new DeclaredCycles(number.get(), per.get(), justification.get()))
        : Optional.empty();
  }

  private static Optional<Plant> plant(Fields fields) {
    var facility = fields.requiredText("facilityId", SHORT);
    var name = fields.requiredText("name", LONG);
    var country = fields.requiredValue("country", ModelReader::country);
    var address = fields.requiredText("address", LONG);
    fields.refuseOthers();
    return facility.isPresent() && name.isPresent() && country.isPresent() && address.isPresent()
        ? Optional.of(new Plant(facility.get(), name.get(), country.get(), address.get()))
        : Optional.empty();
  }

  private static Optional<ElectricityMix> electricity(Fields parent) {
    int before = parent.faults();
    List<ElectricityMix.Part> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Fields fields : parent.requiredObjects("electricity", MOST)) {
      var source = fields.requiredText("source", SHORT);
      var country = fields.requiredValue("country", ModelReader::country);
      var share = fields.requiredValue("share", Share::of);
      fields.refuseOthers();
      if (source.isPresent() && country.isPresent() && share.isPresent()) {
        parts.add(new ElectricityMix.Part(source.get(), country.get(), share.get()));
        sum = sum.add(share.get().value());
      }
    }
    boolean isWhole =
        parent.faults() == before
            && parent.holds(
                "electricity",
                sum.compareTo(BigDecimal.ONE) == 0,
                "NOT_THE_WHOLE",
                "expected shares that add up to 1, seen " + sum.toPlainString());
    return isWhole ? Optional.of(new ElectricityMix(parts)) : Optional.empty();
  }

  private static List<Component> components(Fields parent) {
    List<Component> components = new ArrayList<>();
    for (Fields fields : parent.objects("components", MOST)) {
      var part = fields.requiredText("part", LONG);
      var role = fields.requiredChoice("role", ComponentRole.class);
      fields.refuseOthers();
      if (part.isPresent() && role.isPresent()) {
        components.add(new Component(part.get(), role.get()));
      }
    }
    return components;
  }

  private static String country(String text) {
    if (!text.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("expected two capitals such as JP");
    }
    return text;
  }
}
