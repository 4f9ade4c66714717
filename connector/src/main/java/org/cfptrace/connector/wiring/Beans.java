package org.cfptrace.connector.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.PostOwnEmissions;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.MaintainProducts;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.connector.product.Products;

/** Plain classes that become beans. */
@ApplicationScoped
class Beans {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  MaintainProducts maintainProducts(
      Products products,
      Plants plants,
      BillsOfMaterials billsOfMaterials,
      @All List<ProductUse> uses) {
    return new MaintainProducts(products, plants, billsOfMaterials, uses);
  }

  @Produces
  @Singleton
  MaintainBillOfMaterials maintainBillOfMaterials(
      Products products, BillsOfMaterials billsOfMaterials) {
    return new MaintainBillOfMaterials(products, billsOfMaterials);
  }

  @Produces
  @Singleton
  PostOwnEmissions postOwnEmissions(Products products, EmissionsLedger ledger) {
    return new PostOwnEmissions(products, ledger);
  }
}
