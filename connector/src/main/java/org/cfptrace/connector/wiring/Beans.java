package org.cfptrace.connector.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.LedgerFigures;
import org.cfptrace.connector.emission.PostOwnEmissions;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.MaintainProducts;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.ReceivedFigures;

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
      Products products,
      BillsOfMaterials billsOfMaterials,
      Footprints footprints,
      ReceivedFigures receivedFigures) {
    return new MaintainBillOfMaterials(products, billsOfMaterials, footprints, receivedFigures);
  }

  @Produces
  @Singleton
  Footprints footprints(
      Products products,
      BillsOfMaterials billsOfMaterials,
      EmissionsLedger ledger,
      ReceivedFigures receivedFigures,
      Clock clock) {
    return new Footprints(
        products, billsOfMaterials, new LedgerFigures(ledger), receivedFigures, clock);
  }

  @Produces
  @Singleton
  PostOwnEmissions postOwnEmissions(Products products, Plants plants, EmissionsLedger ledger) {
    return new PostOwnEmissions(products, plants, ledger);
  }
}
