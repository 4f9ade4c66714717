package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.local.story.Door;

/** Many products of one company at the aggregator, and one export job of all of them. */
public final class ExportJob {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Door officer;
  private final List<String> products = new ArrayList<>();
  private String id = "";

  /**
   * @param officer the aggregator's doors, as a disclosure officer of the company
   */
  public ExportJob(Door officer) {
    this.officer = officer;
  }

  /** Gives the company so many products, each with other emissions. */
  public void products(int count) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < count; i++) {
      ObjectNode product = JSON.createObjectNode();
      String traceId = TraceId.random().toString();
      product.put("traceId", traceId).put("name", "部品 part " + i).put("unit", "piece");
      ObjectNode own = product.putObject("own");
      own.put("primaryActivityData", true).put("primaryEmissionFactor", true);
      own.putArray("values")
          .addObject()
          .put("stage", "main")
          .put("account", "fossil")
          .put("value", (i + 1) + ".25");
      product.putArray("lines");
      file.append(product).append('\n');
      products.add(traceId);
    }
    officer.upload("structure-imports", "application/x-ndjson", file.toString().getBytes(UTF_8));
  }

  /** Makes each of them a vehicle, for files that are of vehicles. */
  public void vehicles() {
    for (String product : products) {
      ObjectNode model = JSON.createObjectNode();
      model.put("massKilograms", "1500").put("lifetimeKilometres", "200000");
      model.putArray("batteryLines");
      officer.put("vehicles/" + product.replace(":", "%3A") + "/model", model, Optional.empty());
    }
  }

  /** A product that nobody has described. */
  public void unknownProduct() {
    products.add(TraceId.random().toString());
  }

  /** Orders the export. */
  public void order(String target, Instant asOf) {
    ObjectNode order = JSON.createObjectNode();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    order.put("target", target).put("asOf", asOf.toString());
    order
        .putObject("period")
        .put("from", today.minusYears(1).plusDays(1).toString())
        .put("to", today.toString());
    if (target.equals("IDTA_02023")) {
      order.putObject("options").putArray("calculationMethods").add("ISO 14067");
    }
    ArrayNode ordered = order.putArray("products");
    products.forEach(product -> ordered.addObject().put("traceId", product));
    id = officer.post("exports", order).path("id").asText();
  }

  /** How far it is. */
  public JsonNode show() {
    return officer.get("exports/" + id);
  }

  /** What it is about, with what stands in the way. */
  public JsonNode subjects() {
    return officer.get("exports/" + id + "/subjects");
  }

  public String state() {
    return show().path("state").asText();
  }

  /** A file of it, or all as {@code export.zip}. */
  public byte[] file(String path) {
    return officer.bytes("exports/" + id + "/files/" + path);
  }

  /** Withdraws it, so that the same can be ordered again. */
  public void revoke() {
    officer.post("exports/" + id + "/revocation", JSON.createObjectNode().put("reason", "again"));
  }
}
