package org.cfptrace.connector.product;

import java.util.Optional;
import org.cfptrace.footprint.TraceId;

/**
 * Something that relies on a product staying as it is. Each room that builds on products brings
 * one, so that none is removed, or measured in another unit, under another's feet.
 */
public interface ProductUse {
  /** What relies on the product, in words for the caller; nothing if nothing does. */
  Optional<String> of(TraceId product);
}
