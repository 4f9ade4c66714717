package org.cfptrace.connector.trade;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.product.WhenChanged;
import org.cfptrace.connector.product.adapter.SqlStaleQueue;
import org.cfptrace.connector.trade.adapter.SqlRequests;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.House;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.TrustAnchor;

/** A company's house over plain SQL: products, footprints, and what the trade needs of them. */
public final class Premises {
  private final Warehouse warehouse;
  private final Footprints footprints;
  private House house;
  private final AtomicReference<Set<Audience>> onward;

  private Premises(
      Warehouse warehouse,
      Footprints footprints,
      House house,
      AtomicReference<Set<Audience>> onward) {
    this.onward = onward;
    this.warehouse = warehouse;
    this.footprints = footprints;
    this.house = house;
  }

  /** Builds them on a company's database. */
  public static Premises on(PlainDatabase database, TrustAnchor anchor, Clock clock) {
    Warehouse warehouse = new Warehouse(database.sql());
    SqlRequests requests = new SqlRequests(database.sql());
    SqlStaleQueue queue = new SqlStaleQueue(database.sql(), database);
    ReceivedFigures figures = CompanyExchange.figures(database.sql(), anchor);
    Footprints footprints =
        new Footprints(warehouse, warehouse, warehouse, figures, requests, clock);
    StaleProducts staleProducts = new StaleProducts(warehouse, queue);
    WhenChanged whenChanged =
        product -> staleProducts.mark(product, StaleProducts.Cause.OWN_CHANGE, clock.instant());
    warehouse.whenChanged(whenChanged);
    AtomicReference<Set<Audience>> onward = new AtomicReference<>(WhatToDeclare.Known.TO_AUDITORS);
    WhatToDeclare whatToDeclare =
        (product, period) -> known(warehouse, footprints, product, period, onward.get());
    return new Premises(
        warehouse,
        footprints,
        new House(
            warehouse,
            warehouse,
            new MaintainBillOfMaterials(warehouse, warehouse, footprints, figures, whenChanged),
            queue,
            requests,
            whatToDeclare,
            BigDecimal.TEN,
            footprint -> "{\"total\":\"" + footprint.total().exclBiogenicUptake() + "\"}"),
        onward);
  }

  /** To whom its customers may hand on what it declares from now on. */
  void onward(Set<Audience> audiences) {
    onward.set(audiences);
  }

  public House house() {
    return house;
  }

  /** From which change of its own products its people are told, once its connector starts anew. */
  void notifyFrom(BigDecimal percent) {
    house =
        new House(
            house.products(),
            house.billsOfMaterials(),
            house.maintainBillOfMaterials(),
            house.staleQueue(),
            house.requests(),
            house.whatToDeclare(),
            percent,
            house.written());
  }

  /** What it makes, buys and emits. */
  public Warehouse warehouse() {
    return warehouse;
  }

  Footprints footprints() {
    return footprints;
  }

  private static WhatToDeclare.Known known(
      Warehouse warehouse,
      Footprints footprints,
      TraceId product,
      Optional<Period> period,
      Set<Audience> onward) {
    var made = warehouse.find(product).orElseThrow().value();
    return new WhatToDeclare.Known(
        new ProductClaim(
            product, Optional.empty(), made.name(), "part", made.unit(), made.massPerUnit()),
        footprints.of(product, period.orElseGet(() -> footprints.usualPeriod(product))),
        MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE),
        onward);
  }
}
