package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.local.story.Company.BomLine;
import org.cfptrace.local.story.Company.Source;
import org.jspecify.annotations.Nullable;

/** One product at its maker: registered, given emissions, its parts asked for, and added up. */
final class Workshop {

  private final SupplyOrder.Made made;
  private final List<Company> companies;
  private final Map<String, Desk> desks;
  private final Map<String, Workshop> workshops;
  private final FinalProducts finalProducts;
  private final Narrator narrator;
  private final Desk desk;
  private @Nullable String traceId;

  /** Finds the makers of its parts in {@code workshops}, by the id of what is made. */
  Workshop(
      SupplyOrder.Made made,
      List<Company> companies,
      Map<String, Desk> desks,
      Map<String, Workshop> workshops,
      FinalProducts finalProducts,
      Narrator narrator) {
    this.made = made;
    this.companies = companies;
    this.desks = desks;
    this.workshops = workshops;
    this.finalProducts = finalProducts;
    this.narrator = narrator;
    this.desk = desk(made.company().key());
  }

  void make() {
    narrator.say("");
    narrator.say(maker() + ": " + product());
    traceId = register();
    postEmissions();
    askForParts();
    tell(readBack());
    if (customers().isEmpty()) {
      finalProducts.present(desk, traceId());
    }
  }

  String maker() {
    return made.company().name();
  }

  String product() {
    return made.product().name();
  }

  /** What sort of product its file says it is; empty where it does not say. */
  String category() {
    return made.product().form().path("category").asText();
  }

  Desk desk() {
    return desk;
  }

  String traceId() {
    if (traceId == null) {
      throw new IllegalStateException(product() + " is not registered yet");
    }
    return traceId;
  }

  JsonNode footprint() {
    return desk.footprint(traceId());
  }

  /** Those of its parts that are bought, each once. */
  Set<Workshop> suppliers() {
    Set<Workshop> suppliers = new LinkedHashSet<>();
    for (BomLine line : made.product().lines()) {
      line.sources().forEach(source -> suppliers.add(supplier(source)));
    }
    return suppliers;
  }

  /** Whether the other is this product or goes into it. */
  boolean restsOn(Workshop other) {
    return this == other
        || suppliers().stream().anyMatch(part -> part.restsOn(other))
        || made.product().lines().stream()
            .flatMap(line -> line.ownProduct().stream())
            .anyMatch(own -> workshop(made.company().key(), own).restsOn(other));
  }

  int emissionsInFile() {
    return made.product().emissions().size();
  }

  int emissionsPosted() {
    return desk.door().all("products/" + Door.encode(traceId()) + "/emissions").size();
  }

  /** The emissions of the file whose period ends last. */
  Optional<ObjectNode> latestEmissions() {
    return made.product().emissions().stream()
        .max(Comparator.comparing(emissions -> emissions.path("period").path("to").asText()));
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

  private void postEmissions() {
    if (emissionsPosted() == 0) {
      made.product().emissions().forEach(each -> desk.postEmissions(traceId(), each));
    }
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

  private void askForParts() {
    List<BomLine> lines = made.product().lines();
    List<String> lineIds = lines.isEmpty() ? List.of() : lineIds(lines);
    for (int i = 0; i < Math.min(lines.size(), lineIds.size()); i++) {
      for (Source source : lines.get(i).sources()) {
        ask(lines.get(i), lineIds.get(i), source);
      }
    }
  }

  /** The lines as they are known from an earlier start, or as they are set now. */
  private List<String> lineIds(List<BomLine> lines) {
    JsonNode known = desk.door().get("products/" + Door.encode(traceId()) + "/bill-of-materials");
    if (!known.path("lines").isEmpty()) {
      return known.path("lines").findValuesAsText("lineId");
    }
    List<ObjectNode> forms = new ArrayList<>();
    for (BomLine line : lines) {
      ObjectNode form = line.form().deepCopy();
      line.ownProduct()
          .ifPresent(own -> form.put("ownTraceId", workshop(made.company().key(), own).traceId()));
      forms.add(form);
    }
    return desk.setBillOfMaterials(traceId(), forms);
  }

  private void ask(BomLine line, String lineId, Source source) {
    Workshop supplier = supplier(source);
    Purchase purchase = new Purchase(desk, supplier.desk());
    String requestId = purchase.ask(traceId(), lineId, source);
    narrator.say(
        "  asks  "
            + supplier.maker()
            + " for the footprint of its part "
            + line.form().path("partName").asText());
    purchase.answer(requestId, supplier.traceId());
    narrator.say(
        "  gets  the answer: linked to "
            + supplier.product()
            + ", released to "
            + maker()
            + ", signed, sealed");
  }

  /** What the maker's own answers say now. */
  Chapter readBack() {
    JsonNode footprint = footprint();
    return new Chapter(
        maker(),
        product(),
        Answers.own(footprint),
        Answers.total(footprint),
        Answers.unit(footprint),
        Answers.isComplete(footprint),
        desk.declarationsReceived().stream().filter(Answers::isActive).map(this::seen).toList());
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
  Set<String> customers() {
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

  private Workshop supplier(Source source) {
    return workshop(source.company(), source.product());
  }

  private Workshop workshop(String company, String product) {
    Workshop found = workshops.get(company + "/" + product);
    if (found == null) {
      throw new IllegalArgumentException("no product " + product + " of a company " + company);
    }
    return found;
  }

  private Desk desk(String key) {
    Desk found = desks.get(key);
    if (found == null) {
      throw new IllegalArgumentException("no company " + key);
    }
    return found;
  }
}
