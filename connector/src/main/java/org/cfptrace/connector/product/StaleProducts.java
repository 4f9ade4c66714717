package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;

/**
 * Finds the products a change touches: the product itself and every product of this company that it
 * goes into, on all levels.
 */
public final class StaleProducts {
  /** Why a product is stale. */
  public enum Cause {
    /** Own emissions were posted, or the bill of materials was changed. */
    OWN_CHANGE,
    /** A partner has declared, corrected, withheld or released a figure. */
    PARTNER_FIGURE,
    /** A partner has recalled a figure. */
    RECALL,
    /** A request of ours has moved. */
    REQUEST,
    /** A partner has asked for the product and it was linked. */
    LINKED,
    /** An approver has released something of it. */
    RELEASE
  }

  private final BillsOfMaterials billsOfMaterials;
  private final StaleQueue queue;

  public StaleProducts(BillsOfMaterials billsOfMaterials, StaleQueue queue) {
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.queue = requireNonNull(queue, "queue");
  }

  /** Marks a product and what it goes into. */
  public void mark(TraceId product, Cause cause, Instant at) {
    markAll(List.of(product), cause, at);
  }

  /** Marks every product with a part bought there, and what it goes into. */
  public void markUsersOf(SupplierProduct bought, Cause cause, Instant at) {
    markAll(billsOfMaterials.usersOf(bought), cause, at);
  }

  /** The products of this company that rest on these, themselves included. */
  public Set<TraceId> touchedBy(List<TraceId> products) {
    // In order, so that two changes at once lock the queue's rows one after the other.
    Set<TraceId> touched = new TreeSet<>(Comparator.comparing(TraceId::uuid));
    Collection<TraceId> level = products;
    while (!level.isEmpty()) {
      List<TraceId> fresh = level.stream().filter(touched::add).toList();
      level = fresh.isEmpty() ? fresh : billsOfMaterials.usersOfAny(fresh);
    }
    return touched;
  }

  private void markAll(List<TraceId> products, Cause cause, Instant at) {
    Set<TraceId> touched = touchedBy(products);
    if (!touched.isEmpty()) {
      queue.addAll(touched, cause, at);
    }
  }
}
