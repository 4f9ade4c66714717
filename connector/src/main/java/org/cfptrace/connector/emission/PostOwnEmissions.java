package org.cfptrace.connector.emission;

import org.cfptrace.connector.answer.ProblemCode;
import org.cfptrace.connector.answer.Refused;
import org.cfptrace.connector.answer.Versioned;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;

/** Posts what a company emits itself for one unit of a product. */
public final class PostOwnEmissions {
  private final Products products;
  private final EmissionsLedger ledger;

  /** Posts to this ledger. */
  public PostOwnEmissions(Products products, EmissionsLedger ledger) {
    this.products = products;
    this.ledger = ledger;
  }

  /** Keeps the posting; the product must be there and made at that plant. */
  public void post(OwnEmissions posting) {
    Product product =
        products
            .find(posting.product())
            .map(Versioned::value)
            .orElseThrow(() -> Refused.notFound("product", posting.product()));
    if (posting.plant().isPresent() && !posting.plant().equals(product.plant())) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "the product is made elsewhere",
          "plantId",
          "OTHER_PLANT",
          "the product is made at "
              + product.plant().map(Object::toString).orElse("no registered plant")
              + ", seen "
              + posting.plant().get());
    }
    ledger.add(posting);
  }
}
