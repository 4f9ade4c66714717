package org.cfptrace.connector.wiring;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.LedgerFigures;
import org.cfptrace.connector.emission.PostOwnEmissions;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.MaintainProducts;
import org.cfptrace.connector.product.OpenRequests;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.connector.product.ProductUse;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.product.WhenChanged;
import org.cfptrace.connector.product.adapter.FootprintAnswers;
import org.cfptrace.connector.product.adapter.SqlStaleQueue;
import org.cfptrace.connector.trade.adapter.SqlRequests;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

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
      ReceivedFigures receivedFigures,
      WhenChanged whenChanged) {
    return new MaintainBillOfMaterials(
        products, billsOfMaterials, footprints, receivedFigures, whenChanged);
  }

  @Produces
  @Singleton
  Footprints footprints(
      Products products,
      BillsOfMaterials billsOfMaterials,
      EmissionsLedger ledger,
      ReceivedFigures receivedFigures,
      OpenRequests openRequests,
      Clock clock) {
    return new Footprints(
        products,
        billsOfMaterials,
        new LedgerFigures(ledger),
        receivedFigures,
        openRequests,
        clock);
  }

  @Produces
  @Singleton
  PostOwnEmissions postOwnEmissions(
      Products products, Plants plants, EmissionsLedger ledger, WhenChanged whenChanged) {
    return new PostOwnEmissions(products, plants, ledger, whenChanged);
  }

  @Produces
  @Singleton
  SqlStaleQueue staleQueue(AgroalDataSource dataSource, Transactions transactions) {
    return new SqlStaleQueue(new Sql(dataSource), transactions);
  }

  @Produces
  @Singleton
  SqlRequests requests(AgroalDataSource dataSource) {
    return new SqlRequests(new Sql(dataSource));
  }

  @Produces
  @Singleton
  WhenChanged whenChanged(BillsOfMaterials billsOfMaterials, SqlStaleQueue queue, Clock clock) {
    StaleProducts staleProducts = new StaleProducts(billsOfMaterials, queue);
    return product -> staleProducts.mark(product, StaleProducts.Cause.OWN_CHANGE, clock.instant());
  }

  @Produces
  @Singleton
  House house(
      Products products,
      BillsOfMaterials billsOfMaterials,
      MaintainBillOfMaterials maintainBillOfMaterials,
      SqlStaleQueue queue,
      SqlRequests requests,
      WhatToDeclare whatToDeclare,
      FootprintAnswers answers,
      NotifySettings notifySettings) {
    return new House(
        products,
        billsOfMaterials,
        maintainBillOfMaterials,
        queue,
        requests,
        whatToDeclare,
        notifySettings.changePercent(),
        answers::written);
  }
}
