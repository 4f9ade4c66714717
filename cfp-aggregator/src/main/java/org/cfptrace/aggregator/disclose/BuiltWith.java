package org.cfptrace.aggregator.disclose;

import java.util.Set;

/**
 * Options of a target that choose a variant of the product. Whoever reads the product for such a
 * subject builds it with these, so that all parts of an export speak of the same variant.
 */
public interface BuiltWith {
  /** The codes of the options it is built with; none for the plain product. */
  Set<String> built();
}
