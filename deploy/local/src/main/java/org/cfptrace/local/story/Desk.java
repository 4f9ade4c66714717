package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cfptrace.local.stack.Service;

/** A clerk's desk: what one company does and sees through its own connector. */
public final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Service service;
  private final Door door;

  public Desk(Service connector) {
    this.service = connector;
    this.door = Door.of(connector.url(), connector.login());
  }

  public Door door() {
    return door;
  }

  public Service service() {
    return service;
  }

  /** The short id under which the company was admitted. */
  public String participantId() {
    String id = door.get("participant").path("participantId").asText();
    return id.substring(id.lastIndexOf(':') + 1);
  }

  /** The whole id under which the company is known in the data space. */
  public String did() {
    return door.get("participant").path("did").asText();
  }

  /** The fingerprint of its keys, to be read out to partners. */
  public String fingerprint() {
    return door.get("participant").path("fingerprint").asText();
  }

  public String addPlant(ObjectNode form) {
    return door.post("plants", form).path("plantId").asText();
  }

  public String addProduct(ObjectNode form) {
    return door.post("products", form).path("traceId").asText();
  }

  public void postEmissions(String traceId, ObjectNode form) {
    door.post(product(traceId) + "/emissions", form);
  }

  /** Sets the bill of materials; the lines come back with their ids, in the order given. */
  public List<String> setBillOfMaterials(String traceId, List<ObjectNode> lines) {
    String path = product(traceId) + "/bill-of-materials";
    ObjectNode body = JSON.createObjectNode();
    ArrayNode list = body.putArray("lines");
    lines.forEach(list::add);
    JsonNode set = door.put(path, body, door.answer(path).version());
    return set.path("lines").findValuesAsText("lineId");
  }

  /** A person binds a line to a partner's product. */
  public void link(String traceId, String lineId, ObjectNode source) {
    door.post(product(traceId) + "/bill-of-materials/lines/" + lineId + "/sources", source);
  }

  /** Asks a partner for the footprint of a line's part and returns the request's id. */
  public String ask(ObjectNode question) {
    ObjectNode form = JSON.createObjectNode();
    form.putArray("requests").add(question);
    JsonNode outcome = door.post("requests", form).path("outcomes").path(0);
    if (outcome.path("request").isObject()) {
      return outcome.path("request").path("requestId").asText();
    }
    throw new DoorRefused(200, outcome.path("problem"));
  }

  /** The requests that partners have sent us, newest first. */
  public List<JsonNode> requestsReceived() {
    return door.all("requests?direction=RECEIVED");
  }

  /** The requests that we have sent for the lines of a product, newest first. */
  public List<JsonNode> requestsSent(String traceId) {
    return door.all("requests?direction=SENT&traceId=" + Door.encode(traceId));
  }

  public JsonNode request(String requestId) {
    return door.get("requests/" + requestId);
  }

  /** Waits until a partner's request is on our list. */
  public JsonNode awaitRequest(String requestId) {
    return await(
        "request " + requestId + " at the company that was asked",
        () ->
            requestsReceived().stream()
                .filter(request -> request.path("requestId").asText().equals(requestId))
                .findFirst());
  }

  /** Waits until a request is in a state, on whichever side of it we are. */
  public JsonNode awaitRequest(String requestId, String state) {
    return await(
        "state " + state + " of request " + requestId,
        () ->
            Optional.of(request(requestId))
                .filter(request -> request.path("state").asText().equals(state)));
  }

  /** Says which product of ours a request is about. */
  public void linkRequest(String requestId, String traceId) {
    door.post("requests/" + requestId + "/link", JSON.createObjectNode().put("traceId", traceId));
  }

  /**
   * A clerk drafts and an approver releases what a partner is told of a product: total and quality,
   * and every change of it without a person; or, when not {@code open}, nothing any more.
   */
  public void release(String partnerId, String traceId, boolean open) {
    String path = "releases/" + partnerId + "/" + Door.encode(traceId);
    ObjectNode terms = JSON.createObjectNode();
    terms.putObject("switches").put("total", open).put("quality", open);
    terms.putObject("redeclare").put("rule", "AUTOMATIC");
    door.put(path + "/draft", terms, Optional.empty());
    door.post(path + "/approval", null, door.answer(path).version());
  }

  /** Whether a partner is told the total of a product, and every change of it. */
  public boolean isReleased(String partnerId, String traceId) {
    JsonNode inForce =
        door.get("releases/" + partnerId + "/" + Door.encode(traceId)).path("inForce");
    return inForce.path("switches").path("total").asBoolean()
        && inForce.path("redeclare").path("rule").asText().equals("AUTOMATIC");
  }

  /** An approver agrees to all changed figures of a product that wait; says how many. */
  public int approveCorrections(String traceId) {
    List<JsonNode> waiting =
        door.all("corrections?waiting=true").stream()
            .filter(each -> each.path("traceId").asText().equals(traceId))
            .toList();
    waiting.forEach(
        each -> door.post("corrections/" + each.path("correctionId").asText() + "/approval", null));
    return waiting.size();
  }

  public JsonNode footprint(String traceId) {
    return door.get(product(traceId) + "/footprint");
  }

  public JsonNode footprint(String traceId, String periodEnd) {
    return door.get(product(traceId) + "/footprint?periodEnd=" + periodEnd);
  }

  /** The partner {@code id} as this company sees it, if it knows it. */
  public Optional<JsonNode> partner(String id) {
    return door.all("partners").stream().filter(partner -> isPartner(partner, id)).findFirst();
  }

  private static boolean isPartner(JsonNode partner, String id) {
    String given = partner.path("participantId").asText(partner.path("partnerId").asText());
    return given.equals(id) || given.endsWith(":" + id);
  }

  public void invite(String partnerId, String fingerprint) {
    door.post(
        "partners",
        JSON.createObjectNode().put("participantId", partnerId).put("fingerprint", fingerprint));
  }

  public void accept(String partnerId, String fingerprint) {
    door.post(
        "partners/" + partnerId + "/acceptance",
        JSON.createObjectNode().put("fingerprint", fingerprint));
  }

  /** Declares a product's footprint to a customer and returns the declaration's id. */
  public String declare(String traceId, String partnerId) {
    return declare(traceId, partnerId, "NEXT_TIER");
  }

  /** Declares it to a partner in its part, such as {@code AGGREGATOR}, and returns the id. */
  public String declare(String traceId, String partnerId, String audience) {
    ObjectNode form =
        JSON.createObjectNode()
            .put("traceId", traceId)
            .put("partnerId", partnerId)
            .put("audience", audience);
    form.putObject("switches").put("total", true).put("quality", true);
    return door.post("declarations", form).path("declarationId").asText();
  }

  /** Waits for the partner's signed receipt and returns the last state. */
  public String awaitDelivery(String declarationId) {
    return await(
        "the receipt of declaration " + declarationId,
        () ->
            Optional.of(door.get("declarations/" + declarationId).path("delivery").asText())
                .filter(state -> state.equals("DELIVERED") || state.equals("REFUSED")));
  }

  public List<JsonNode> declarationsIssued() {
    return door.all("declarations?direction=ISSUED");
  }

  public List<JsonNode> declarationsReceived() {
    return door.all("declarations?direction=RECEIVED");
  }

  /** Asks again and again until there is an answer. */
  public static <T> T await(String what, Supplier<Optional<T>> question) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StillWaiting("interrupted while waiting for " + what);
      }
    }
    throw new StillWaiting(what + " did not come within " + PATIENCE.toSeconds() + " s");
  }

  private static String product(String traceId) {
    return "products/" + Door.encode(traceId);
  }
}
