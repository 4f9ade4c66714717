package org.cfptrace.connector.emission;

import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.WhenChanged;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** Posts what a company emits itself for one unit of a product. */
public final class PostOwnEmissions {
  private final Products products;
  private final Plants plants;
  private final EmissionsLedger ledger;
  private final WhenChanged whenChanged;

  /** Posts to this ledger. */
  public PostOwnEmissions(
      Products products, Plants plants, EmissionsLedger ledger, WhenChanged whenChanged) {
    this.products = products;
    this.plants = plants;
    this.ledger = ledger;
    this.whenChanged = whenChanged;
  }

  /** Keeps the posting; the product must be there, and made at that plant if it is tied to one. */
  public void post(OwnEmissions posting) {
    Product product =
        products
            .find(posting.product())
            .map(Versioned::value)
            .orElseThrow(() -> Refused.notFound("product", posting.product()));
    posting.plant().ifPresent(plant -> refuseElsewhere(product, plant));
    ledger.add(posting);
    whenChanged.changed(posting.product());
  }

  private void refuseElsewhere(Product product, PlantId plant) {
    if (plants.find(plant).isEmpty()) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "the plant is not known",
          "plantId",
          "UNKNOWN",
          "no plant " + plant);
    }
    product
        .plant()
        .filter(other -> !other.equals(plant))
        .ifPresent(
            other -> {
              throw Refused.field(
                  ProblemCode.INVALID_FIELDS,
                  "the product is made elsewhere",
                  "plantId",
                  "OTHER_PLANT",
                  "the product is made at " + other + ", seen " + plant);
            });
  }
}
