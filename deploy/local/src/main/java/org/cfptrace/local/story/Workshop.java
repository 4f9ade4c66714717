package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.local.story.Company.BomLine;
import org.cfptrace.local.story.Company.Source;

/** One product at its maker: registered, given emissions, linked, added up and declared. */
final class Workshop {

  private final SupplyOrder.Made made;
  private final List<Company> companies;
  private final Map<String, Desk> desks;
  private final Map<String, String> traceIds;
  private final FinalProducts finalProducts;
  private final Narrator narrator;
  private final Desk desk;

  Workshop(
      SupplyOrder.Made made,
      List<Company> companies,
      Map<String, Desk> desks,
      Map<String, String> traceIds,
      FinalProducts finalProducts,
      Narrator narrator) {
    this.made = made;
    this.companies = companies;
    this.desks = desks;
    this.traceIds = traceIds;
    this.finalProducts = finalProducts;
    this.narrator = narrator;
    this.desk = desk(made.company().key());
  }

  Chapter makeAndDeclare() {
    narrator.say("");
    narrator.say(made.company().name() + ": " + made.product().name());
    String traceId = register();
    traceIds.put(made.id(), traceId);
    postEmissions(traceId);
    linkLines(traceId);
    Chapter chapter = readBack(traceId);
    tell(chapter);
    Set<String> customers = customers();
    customers.forEach(customer -> declareTo(customer, traceId));
    if (customers.isEmpty()) {
      finalProducts.present(desk, traceId);
    }
    return chapter;
  }

  private String register() {
    Optional<JsonNode> known =
        desk.door().all("products").stream()
            .filter(product -> Answers.productName(product).equals(made.product().name()))
            .findFirst();
    return known.map(Answers::traceId).orElseGet(() -> desk.addProduct(form()));
  }

  private ObjectNode form() {
    ObjectNode form = made.product().form().deepCopy();
    if (form.has("plant")) {
      form.put("plantId", plant(form.remove("plant").asText()));
    }
    return form;
  }

  private void postEmissions(String traceId) {
    if (!desk.door().all("products/" + Door.encode(traceId) + "/emissions").isEmpty()) {
      return;
    }
    made.product().emissions().forEach(emissions -> desk.postEmissions(traceId, emissions));
  }

  private String plant(String key) {
    ObjectNode form = made.company().plants().get(key);
    if (form == null) {
      throw new BadCompanyFile(made.company().key() + ".yaml: no plant " + key);
    }
    String name = form.path("plantName").asText();
    return desk.door().all("plants").stream()
        .filter(plant -> plant.path("plantName").asText().equals(name))
        .findFirst()
        .map(plant -> plant.path("plantId").asText())
        .orElseGet(() -> desk.addPlant(form));
  }

  private void linkLines(String traceId) {
    List<BomLine> lines = made.product().lines();
    JsonNode known =
        desk.door().get("products/" + Door.encode(traceId) + "/bill-of-materials").path("lines");
    if (lines.isEmpty() || !known.isEmpty()) {
      return;
    }
    List<ObjectNode> forms = new ArrayList<>();
    for (BomLine line : lines) {
      ObjectNode form = line.form().deepCopy();
      line.ownProduct()
          .ifPresent(own -> form.put("ownTraceId", traceIds.get(made.company().key() + "/" + own)));
      forms.add(form);
    }
    List<String> lineIds = desk.setBillOfMaterials(traceId, forms);
    for (int i = 0; i < lines.size(); i++) {
      for (Source source : lines.get(i).sources()) {
        link(traceId, lineIds.get(i), source);
      }
    }
  }

  /** The clerk finds the supplier's declaration on the list and binds the line to its product. */
  private void link(String traceId, String lineId, Source source) {
    Company seller = company(source.company());
    String sellerId = desk(source.company()).participantId();
    String productName = seller.products().get(source.product()).name();
    JsonNode declaration =
        Desk.await(
            "the declaration of " + productName + " by " + seller.name(),
            () ->
                desk.declarationsReceived().stream()
                    .filter(received -> Answers.isFrom(received, sellerId))
                    .filter(received -> Answers.productName(received).equals(productName))
                    .findFirst());
    ObjectNode form = source.rest().deepCopy();
    form.put("partnerId", Answers.issuer(declaration));
    form.put("supplierTraceId", Answers.traceId(declaration));
    desk.link(traceId, lineId, form);
  }

  private Chapter readBack(String traceId) {
    JsonNode footprint = desk.footprint(traceId);
    return new Chapter(
        made.company().name(),
        made.product().name(),
        Answers.own(footprint),
        Answers.total(footprint),
        Answers.unit(footprint),
        Answers.isComplete(footprint),
        desk.declarationsReceived().stream().map(this::seen).toList());
  }

  private Seen seen(JsonNode received) {
    String issuer = Answers.issuer(received);
    String name =
        desk.partner(issuer.substring(issuer.lastIndexOf(':') + 1))
            .map(partner -> partner.path("name").asText(issuer))
            .orElse(issuer);
    return new Seen(
        name, Answers.productName(received), Answers.total(received), Answers.unit(received));
  }

  private void tell(Chapter chapter) {
    for (Seen seen : chapter.sees()) {
      narrator.say(
          "  sees  "
              + seen.cumulative()
              + " kg CO2e per "
              + seen.unit()
              + " of "
              + seen.product()
              + ", told by "
              + seen.company());
    }
    narrator.say(
        "  own   " + chapter.own() + " kg CO2e" + (chapter.complete() ? "" : "   (INCOMPLETE)"));
    narrator.say("  total " + chapter.cumulative() + " kg CO2e per " + chapter.unit());
  }

  /** The companies that buy this product, in the order of their keys. */
  private Set<String> customers() {
    Set<String> customers = new TreeSet<>();
    for (Company company : companies) {
      company.products().values().stream()
          .flatMap(product -> product.lines().stream())
          .flatMap(line -> line.sources().stream())
          .filter(
              source ->
                  source.company().equals(made.company().key())
                      && source.product().equals(made.product().key()))
          .forEach(source -> customers.add(company.key()));
    }
    return customers;
  }

  private void declareTo(String customer, String traceId) {
    String customerId = desk(customer).participantId();
    boolean declared =
        desk.declarationsIssued().stream()
            .anyMatch(
                issued ->
                    Answers.isFor(issued, customerId)
                        && Answers.traceId(issued).equals(traceId)
                        && issued.path("delivery").asText().equals("DELIVERED"));
    if (!declared) {
      String id = desk.declare(traceId, customerId);
      String state = desk.awaitDelivery(id);
      if (!state.equals("DELIVERED")) {
        throw new StillWaiting("declaration " + id + " was " + state + " by " + customer);
      }
    }
    narrator.say("  told " + company(customer).name() + ": signed, sealed, receipt came back");
  }

  private Company company(String key) {
    return companies.stream()
        .filter(company -> company.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no company " + key));
  }

  private Desk desk(String key) {
    Desk found = desks.get(key);
    if (found == null) {
      throw new IllegalArgumentException("no company " + key);
    }
    return found;
  }
}
