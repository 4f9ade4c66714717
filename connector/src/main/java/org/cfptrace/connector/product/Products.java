package org.cfptrace.connector.product;

import java.util.Optional;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Versioned;

/** The company's products, kept. */
public interface Products {
  /** A product with its version. */
  Optional<Versioned<Product>> find(TraceId traceId);

  /** The products by trace id. */
  Page<Versioned<Product>> list(PageRequest page);

  /** Another product of the same plant, name and second name, if there is one. */
  Optional<TraceId> namesake(Product product);

  /** Keeps a new product. */
  Versioned<Product> add(Product product);

  /** Replaces a product that is there; refused when it is not at that version any more. */
  Versioned<Product> replace(Product product, ExpectedVersion expected);

  /**
   * Removes a product that is there, with its bill of materials; refused when it is not at that
   * version any more.
   */
  void remove(TraceId traceId, ExpectedVersion expected);
}
