package org.cfptrace.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.local.story.Desk;

/**
 * Chains of products through the tiers of a supply chain: one piece of each goes into the next, one
 * kilogram is added at each tier, and every change is told to the next tier without a person.
 */
final class Chains {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String series;
  private final List<Desk> tiers;
  private final List<List<String>> products = new ArrayList<>();

  private Chains(String series, List<Desk> tiers) {
    this.series = series;
    this.tiers = List.copyOf(tiers);
  }

  /**
   * New chains, complete to the last tier, whose first product emits {@code first}.
   *
   * @param series tells their products from those of others
   */
  static Chains make(String series, List<Desk> tiers, int count, BigDecimal first) {
    Chains chains = new Chains(series, tiers);
    for (int tier = 0; tier < tiers.size(); tier++) {
      chains.products.add(chains.add(tier, count, tier == 0 ? first : BigDecimal.ONE));
      if (tier > 0) {
        chains.link(tier);
      }
    }
    return chains;
  }

  private List<String> add(int tier, int count, BigDecimal own) {
    List<String> added = new ArrayList<>();
    for (int chain = 0; chain < count; chain++) {
      String traceId =
          tiers
              .get(tier)
              .addProduct(
                  JSON.createObjectNode()
                      .put("partsName", series + " part " + tier + "-" + chain)
                      .put("unit", "piece"));
      tiers.get(tier).postEmissions(traceId, FlowBench.emissions(own));
      added.add(traceId);
    }
    return added;
  }

  /** All are asked for first and answered then, so that nobody waits for each by itself. */
  private void link(int tier) {
    Desk buyer = tiers.get(tier);
    Desk seller = tiers.get(tier - 1);
    String buyerId = buyer.participantId();
    String sellerId = seller.participantId();
    Map<String, String> soldFor = new HashMap<>();
    for (int chain = 0; chain < products.get(tier).size(); chain++) {
      String product = products.get(tier).get(chain);
      soldFor.put(ask(buyer, product, sellerId), products.get(tier - 1).get(chain));
    }
    for (Map.Entry<String, String> asked : soldFor.entrySet()) {
      seller.awaitRequest(asked.getKey());
      seller.linkRequest(asked.getKey(), asked.getValue());
      seller.release(buyerId, asked.getValue(), true);
    }
    for (String request : soldFor.keySet()) {
      buyer.awaitRequest(request, "ANSWERED");
    }
  }

  private static String ask(Desk buyer, String product, String sellerId) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("kind", "PROCURED")
            .put("partName", "bench part")
            .put("amount", "1")
            .put("unit", "piece");
    String lineId = buyer.setBillOfMaterials(product, List.of(line)).get(0);
    return buyer.ask(
        JSON.createObjectNode()
            .put("traceId", product)
            .put("lineId", lineId)
            .put("partnerId", sellerId));
  }

  int count() {
    return products.get(0).size();
  }

  int tiers() {
    return tiers.size();
  }

  Desk top() {
    return tiers.get(0);
  }

  String product(int tier, int chain) {
    return products.get(tier).get(chain);
  }

  /** What a product's footprint is when the first of its chain emits {@code first}. */
  static BigDecimal expected(int tier, BigDecimal first) {
    return first.add(BigDecimal.valueOf(tier));
  }

  /** Whether the answer of the door says so too: complete, and this figure. */
  boolean shows(int tier, int chain, BigDecimal first) {
    JsonNode total = tiers.get(tier).footprint(product(tier, chain)).path("total");
    return total.path("complete").asBoolean()
        && new BigDecimal(total.path("exclBiogenicUptake").asText())
                .compareTo(expected(tier, first))
            == 0;
  }
}
