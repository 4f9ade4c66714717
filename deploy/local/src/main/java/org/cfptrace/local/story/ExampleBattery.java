package org.cfptrace.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * The battery of the published example: 75 kWh, 36,000 kWh over its life, 5,700 kg CO2e in four
 * stages that its maker has worked out itself; 0.158333 kg CO2e per kWh.
 */
final class ExampleBattery {
  static final String NAME = "Battery pack EV-75";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String traceId;

  /** The same one at every start. */
  ExampleBattery(String maker) {
    this.traceId = "urn:uuid:" + UUID.nameUUIDFromBytes((NAME + maker).getBytes(UTF_8));
  }

  String traceId() {
    return traceId;
  }

  /** Gives it to the aggregator, where it is not there yet. */
  void write(Door officer) {
    String id = Door.encode(traceId);
    Optional<String> known =
        ProductLevel.find(officer, "products/" + id).flatMap(Door.Answer::version);
    if (known.isEmpty()) {
      officer.put("products/" + id, structure(), Optional.empty());
    }
    officer.put("batteries/" + id + "/model", model(), Optional.empty());
  }

  private static ObjectNode structure() {
    ObjectNode structure = JSON.createObjectNode();
    structure
        .put("name", NAME)
        .put("category", "BATTERY")
        .put("unit", "piece")
        .put("profile", "EU_BATTERY")
        .put("boundary", "CRADLE_TO_GRAVE");
    ObjectNode own = structure.putObject("own");
    own.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    ArrayNode values = own.putArray("values");
    value(values, "rawMaterial", "fossil", "4200");
    value(values, "mainProduction", "fossil", "1500");
    value(values, "distribution", "fossil", "150");
    value(values, "endOfLife", "endOfLifeCredit", "-150");
    structure.putArray("lines");
    return structure;
  }

  private static void value(ArrayNode values, String stage, String account, String kilograms) {
    values.addObject().put("stage", stage).put("account", account).put("value", kilograms);
  }

  private static ObjectNode model() {
    ObjectNode model = JSON.createObjectNode();
    model
        .put("modelId", "EV-75")
        .put("category", "EV")
        .put("vehicleCategory", "M1")
        .put("chemistry", "NMC 622")
        .put("massKilograms", "450")
        .put("usableCapacity", "75");
    model.putObject("warranty").put("years", "8").put("kilometres", "160000");
    model
        .putObject("plant")
        .put("facilityId", "SUWA-1")
        .put("name", "Suwa plant 諏訪工場")
        .put("country", "JP")
        .put("address", "4-5-6 Kogan-dori, Suwa, Nagano 諏訪市湖岸通り");
    model
        .putArray("electricity")
        .addObject()
        .put("source", "hydro")
        .put("country", "JP")
        .put("share", "1");
    return model;
  }
}
