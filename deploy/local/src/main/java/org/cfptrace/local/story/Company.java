package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company as its file describes it. What is sent to a REST door stands in the file as the door
 * wants it; only references to other companies, plants and products are by key.
 *
 * @param key names its file, connector, database and login
 * @param application what it tells the registry about itself
 * @param invites keys of the companies it invites as partners
 * @param onward to whom its customers may hand on what it declares, where its file says so
 */
public record Company(
    String key,
    ObjectNode application,
    List<String> invites,
    Map<String, ObjectNode> plants,
    Map<String, Product> products,
    Optional<List<String>> onward) {

  public Company {
    invites = List.copyOf(invites);
    plants = new LinkedHashMap<>(plants);
    products = new LinkedHashMap<>(products);
    onward = onward.map(List::copyOf);
  }

  /** What the connectors of these companies are told by their environment, by key. */
  public static Map<String, Map<String, String>> environments(List<Company> companies) {
    Map<String, Map<String, String>> environments = new LinkedHashMap<>();
    for (Company company : companies) {
      company
          .onward()
          .ifPresent(
              audiences ->
                  environments.put(
                      company.key(), Map.of("CFPTRACE_TERMS_ONWARD", String.join(",", audiences))));
    }
    return environments;
  }

  /** Whether it verifies others' footprints instead of making things. */
  public boolean isAuditor() {
    return application.path("roles").toString().contains("\"AUDITOR\"");
  }

  /** The name it gives itself. */
  public String name() {
    return application.path("name").asText(key);
  }

  /**
   * One product.
   *
   * @param form as sent to {@code POST /products}
   * @param emissions as sent to {@code POST /products/{traceId}/emissions}
   */
  public record Product(
      String key, ObjectNode form, List<ObjectNode> emissions, List<BomLine> lines) {
    public Product {
      emissions = List.copyOf(emissions);
      lines = List.copyOf(lines);
    }

    public String name() {
      return form.path("partsName").asText(key);
    }
  }

  /**
   * One line of a bill of materials.
   *
   * @param form as sent in {@code PUT /products/{traceId}/bill-of-materials}, without its sources
   * @param ownProduct key of the own product that the line uses, when it is one
   * @param sources where the part is bought, in the shares given
   */
  public record BomLine(ObjectNode form, Optional<String> ownProduct, List<Source> sources) {
    public BomLine {
      sources = List.copyOf(sources);
    }
  }

  /** A partner's product from which a line is bought. */
  public record Source(String company, String product, ObjectNode rest) {}
}
