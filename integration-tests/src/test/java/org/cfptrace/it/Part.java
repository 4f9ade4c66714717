package org.cfptrace.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.local.story.Desk;

/**
 * A product in a test's story, told in sentences: {@code Part.of(B, "bracket",
 * "piece").emitting("5") .buying(line)}.
 */
public final class Part {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Platform PLATFORM = Platform.get();

  private final String maker;
  private final String name;
  private final String traceId;
  private final List<ObjectNode> lines = new ArrayList<>();

  private Part(String maker, String name, String traceId) {
    this.maker = maker;
    this.name = name;
    this.traceId = traceId;
  }

  /** Registers a product at {@code maker}. */
  public static Part of(String maker, String name, String unit) {
    ObjectNode form = JSON.createObjectNode().put("partsName", name).put("unit", unit);
    return new Part(maker, name, PLATFORM.desk(maker).addProduct(form));
  }

  public String traceId() {
    return traceId;
  }

  public String maker() {
    return maker;
  }

  public Desk desk() {
    return PLATFORM.desk(maker);
  }

  /** Posts own fossil emissions of main production, kilograms CO2e per unit. */
  public Part emitting(String kilograms) {
    ObjectNode form = JSON.createObjectNode().put("profile", "OURANOS");
    form.putObject("period").put("from", "2025-04-01").put("to", "2026-03-31");
    form.putArray("values")
        .addObject()
        .put("stage", "main")
        .put("account", "fossil")
        .put("value", kilograms);
    form.putObject("method").put("gwp", "AR6").put("boundary", "CRADLE_TO_GATE");
    form.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    desk().postEmissions(traceId, form);
    return this;
  }

  /** A line without a source yet. */
  public static ObjectNode line(String partName, String amount, String unit) {
    return JSON.createObjectNode()
        .put("kind", "PROCURED")
        .put("partName", partName)
        .put("amount", amount)
        .put("unit", unit);
  }

  /** A line whose figure the owner estimates: nobody upstream will be asked. */
  public static ObjectNode terminal(String partName, String amount, String unit, String estimate) {
    ObjectNode line = line(partName, amount, unit).put("kind", "TERMINAL");
    ObjectNode values = line.putObject("estimate").put("origin", "SECONDARY");
    values
        .putArray("values")
        .addObject()
        .put("stage", "pre")
        .put("account", "fossil")
        .put("value", estimate);
    return line;
  }

  /** Sets the bill of materials; {@link #from} then says where the lines come from. */
  public Part madeOf(ObjectNode... lines) {
    List<String> ids = desk().setBillOfMaterials(traceId, List.of(lines));
    for (int i = 0; i < lines.length; i++) {
      this.lines.add(lines[i].deepCopy().put("lineId", ids.get(i)));
    }
    return this;
  }

  /** Binds a line to a supplier's part, of which a declaration must have come. */
  public Part from(int line, Part supplied, String share) {
    JsonNode declaration = supplied.declarationAt(this);
    ObjectNode source =
        JSON.createObjectNode()
            .put("partnerId", declaration.path("issuer").asText())
            .put("supplierTraceId", supplied.traceId)
            .put("share", share);
    desk().link(traceId, lines.get(line).path("lineId").asText(), source);
    return this;
  }

  /** Asks a company for the footprint of a line's part, all of it, and returns the request's id. */
  public String asks(String supplier, int line) {
    return desk()
        .ask(
            JSON.createObjectNode()
                .put("traceId", traceId)
                .put("lineId", lines.get(line).path("lineId").asText())
                .put("partnerId", PLATFORM.id(supplier)));
  }

  /** Answers a customer's request: once it has come, it is linked to this part and released. */
  public Part answers(String customer, String requestId) {
    desk().awaitRequest(requestId);
    desk().linkRequest(requestId, traceId);
    return releasedTo(customer);
  }

  /** Lets a customer see the total, and every change of it at once. */
  public Part releasedTo(String customer) {
    desk().release(PLATFORM.id(customer), traceId, true);
    return this;
  }

  /** Lets a customer see the total no longer. */
  public Part withheldFrom(String customer) {
    desk().release(PLATFORM.id(customer), traceId, false);
    return this;
  }

  /** Tells a customer the footprint and waits for the receipt. */
  public String declareTo(String customer) {
    String id = desk().declare(traceId, PLATFORM.desk(customer).participantId());
    String state = desk().awaitDelivery(id);
    if (!state.equals("DELIVERED")) {
      throw new AssertionError("declaration of " + name + " to " + customer + " was " + state);
    }
    return id;
  }

  /** The declaration of this part that its customer received. */
  public JsonNode declarationAt(Part customer) {
    return Desk.await(
        "a declaration of " + name + " at " + customer.maker,
        () ->
            customer.desk().declarationsReceived().stream()
                .filter(received -> received.toString().contains(traceId))
                .findFirst());
  }

  public JsonNode footprint() {
    return desk().footprint(traceId);
  }

  /** The cumulative figure, excluding biogenic uptake. */
  public String total() {
    return footprint().path("total").path("exclBiogenicUptake").asText();
  }

  /** Whether every line stands behind the cumulative figure. */
  public boolean isComplete() {
    return footprint().path("total").path("complete").asBoolean();
  }

  /** The state of a line as the footprint shows it. */
  public Optional<JsonNode> line(int line) {
    String lineId = lines.get(line).path("lineId").asText();
    for (JsonNode shown : footprint().path("lines")) {
      if (shown.path("lineId").asText().equals(lineId)) {
        return Optional.of(shown);
      }
    }
    return Optional.empty();
  }
}
