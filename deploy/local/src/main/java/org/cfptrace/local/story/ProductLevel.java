package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.local.stack.LocalStack;

/**
 * The last chapter: each company has its product added up at the aggregator. It hands on what its
 * suppliers have declared to it, where they allow that, says what the product is made of, and reads
 * the footprint with its biggest contributors. A battery is read per kilowatt hour delivered, a
 * vehicle per kilogram and per kilometre.
 */
final class ProductLevel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BIGGEST = 3;
  private static final Set<String> SORTS = Set.of("steel", "battery", "vehicle");

  private final LocalStack stack;
  private final Desk aggregator;
  private final Narrator narrator;

  ProductLevel(LocalStack stack, Narrator narrator) {
    this.stack = stack;
    this.aggregator = new Desk(stack.service(LocalStack.AGGREGATOR));
    this.narrator = narrator;
  }

  /** Whether its file says what sort of product it is, among those that are added up here. */
  static boolean adds(Workshop workshop) {
    return SORTS.contains(workshop.category());
  }

  void tell(Workshop workshop) {
    Desk maker = workshop.desk();
    new Partnership(maker, aggregator).begin();
    Door analyst =
        Door.of(aggregator.service().url(), stack.analyst(maker.service().name(), maker.did()));
    Set<String> handedOn = handOn(workshop, analyst);
    ObjectNode structure = structure(workshop);
    String product = "products/" + Door.encode(workshop.traceId());
    Optional<String> known = find(analyst, product).flatMap(Door.Answer::version);
    analyst.put(product, structure, known);
    JsonNode footprint =
        Desk.await(
            "a complete footprint of " + workshop.product() + " at the aggregator",
            () ->
                Optional.of(analyst.get(product + "/footprint"))
                    .filter(answer -> answer.path("total").path("complete").asBoolean()));
    narrator.say(
        "  "
            + workshop.maker()
            + ": "
            + workshop.product()
            + "   "
            + amount(footprint)
            + " kg CO2e per "
            + footprint.path("unit").asText()
            + (handedOn.isEmpty() ? "" : "   (handed on: " + String.join(", ", handedOn) + ")"));
    special(workshop, analyst);
    biggest(analyst.get(product + "/hotspots?top=" + BIGGEST));
  }

  /** The declarations its parts were answered with, handed on once. */
  private Set<String> handOn(Workshop workshop, Door analyst) {
    Desk maker = workshop.desk();
    Set<String> handedOn = new LinkedHashSet<>();
    for (Workshop supplier : workshop.suppliers()) {
      String declaration =
          maker.declarationsReceived().stream()
              .filter(each -> Answers.traceId(each).equals(supplier.traceId()))
              .filter(each -> each.path("state").asText().equals("ACTIVE"))
              .map(each -> each.path("declarationId").asText())
              .findFirst()
              .orElseThrow(() -> new StillWaiting("no declaration of " + supplier.product()));
      ObjectNode wish = JSON.createObjectNode();
      wish.put("recipient", aggregator.did());
      maker.door().post("declarations/" + declaration + "/presentations", wish);
      Desk.await(
          "the declaration of " + supplier.product() + " at the aggregator",
          () -> find(analyst, "declarations/" + declaration));
      handedOn.add(supplier.product());
    }
    return handedOn;
  }

  /** The structure in the form of the aggregator, from what the connector knows of the product. */
  private ObjectNode structure(Workshop workshop) {
    JsonNode own = workshop.footprint().path("own").path("values");
    boolean isBattery = workshop.category().equals("battery");
    ObjectNode structure = JSON.createObjectNode();
    structure.put("name", workshop.product());
    structure.put("category", workshop.category().toUpperCase(Locale.ROOT));
    structure.put("unit", workshop.footprint().path("unit").asText());
    structure.put("profile", isBattery ? "EU_BATTERY" : "OURANOS");
    structure.put("boundary", isBattery ? "CRADLE_TO_GRAVE" : "CRADLE_TO_GATE");
    ObjectNode emissions = structure.putObject("own");
    emissions.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    ArrayNode values = emissions.putArray("values");
    own.forEach(
        value -> {
          ObjectNode cell = values.addObject();
          String stage = value.path("stage").asText();
          cell.put("stage", isBattery ? inBattery(stage) : stage);
          cell.set("account", value.path("account"));
          cell.set("value", value.path("value"));
        });
    structure.set("lines", lines(workshop));
    return structure;
  }

  private static ArrayNode lines(Workshop workshop) {
    ArrayNode lines = JSON.createArrayNode();
    JsonNode known =
        workshop
            .desk()
            .door()
            .get("products/" + Door.encode(workshop.traceId()) + "/bill-of-materials");
    known.path("lines").forEach(lines::add);
    return lines;
  }

  private static String inBattery(String stage) {
    return stage.equals("pre") ? "rawMaterial" : "mainProduction";
  }

  /** What is asked of batteries and vehicles alone. */
  private void special(Workshop workshop, Door analyst) {
    String id = Door.encode(workshop.traceId());
    if (workshop.category().equals("battery")) {
      analyst.put("batteries/" + id + "/model", batteryModel(), Optional.empty());
      JsonNode battery = analyst.get("batteries/" + id + "/footprint");
      narrator.say(
          "    "
              + battery.path("declared").path("perKwh").asText()
              + " kg CO2e per kWh delivered over its life");
    } else if (workshop.category().equals("vehicle")) {
      ObjectNode model = JSON.createObjectNode();
      model.put("massKilograms", "9").put("lifetimeKilometres", "200000");
      ArrayNode batteryLines = model.putArray("batteryLines");
      lines(workshop).forEach(line -> batteryLines.add(line.path("lineId").asText()));
      analyst.put("vehicles/" + id + "/model", model, Optional.empty());
      JsonNode vehicle = analyst.get("vehicles/" + id + "/footprint");
      narrator.say(
          "    "
              + vehicle.path("perKilogram").asText()
              + " per kg, "
              + vehicle.path("perKilometre").asText()
              + " per km, "
              + vehicle.path("battery").path("perVehicle").asText()
              + " of it the battery");
    }
  }

  private void biggest(JsonNode spots) {
    List<String> told = new ArrayList<>();
    spots.forEach(
        spot ->
            told.add(
                spot.path("name").asText()
                    + " "
                    + spot.path("inclBiogenicUptake").asText()
                    + " ("
                    + new BigDecimal(spot.path("percent").asText())
                        .stripTrailingZeros()
                        .toPlainString()
                    + " %)"));
    narrator.say("    biggest: " + String.join(", ", told));
  }

  static Optional<Door.Answer> find(Door door, String path) {
    try {
      return Optional.of(door.answer(path));
    } catch (DoorRefused refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static String amount(JsonNode footprint) {
    return footprint.path("total").path("exclBiogenicUptake").asText();
  }

  private static ObjectNode batteryModel() {
    ObjectNode model = JSON.createObjectNode();
    model
        .put("modelId", "BP-8")
        .put("category", "EV")
        .put("vehicleCategory", "M1")
        .put("chemistry", "LFP")
        .put("massKilograms", "1")
        .put("usableCapacity", "0.1");
    model.putObject("warranty").put("years", "8").put("kilometres", "160000");
    model
        .putObject("plant")
        .put("facilityId", "SUWA-1")
        .put("name", "Suwa plant")
        .put("country", "JP")
        .put("address", "4-5-6 Kogan-dori, Suwa, Nagano");
    model
        .putArray("electricity")
        .addObject()
        .put("source", "hydro")
        .put("country", "JP")
        .put("share", "1");
    return model;
  }
}
