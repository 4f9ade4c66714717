package org.cfptrace.connector.product;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Versioned;

/** The bills of materials, kept. */
public interface BillsOfMaterials {
  /** A product's bill of materials; empty at version 0 where none was ever written. */
  Versioned<BillOfMaterials> of(TraceId product);

  /** Replaces a bill of materials; refused when it is not at that version any more. */
  Versioned<BillOfMaterials> replace(
      TraceId product, BillOfMaterials billOfMaterials, ExpectedVersion expected);

  /**
   * Replaces one line of a bill of materials by another of its id; refused as {@link #replace} is.
   */
  Versioned<BillOfMaterials> replaceLine(
      TraceId product, BillOfMaterialsLine line, ExpectedVersion expected);

  /** The company's own products whose bill of materials uses this one. */
  List<TraceId> usersOf(TraceId product);

  /** The company's own products whose bill of materials uses any of these. */
  List<TraceId> usersOfAny(Collection<TraceId> products);

  /** The company's own products with a line that buys this product of a partner. */
  List<TraceId> usersOf(SupplierProduct bought);

  /** The product and those of this company that go into it, on all levels. */
  default Set<TraceId> withOwnParts(TraceId product) {
    Set<TraceId> found = new LinkedHashSet<>();
    Deque<TraceId> open = new ArrayDeque<>(List.of(product));
    while (!open.isEmpty()) {
      TraceId next = open.remove();
      if (found.add(next)) {
        open.addAll(of(next).value().ownProducts());
      }
    }
    return found;
  }

  /**
   * Lets only one transaction at a time change the structure of products: a circle can be closed by
   * two changes that each look harmless.
   */
  void lockStructure();
}
