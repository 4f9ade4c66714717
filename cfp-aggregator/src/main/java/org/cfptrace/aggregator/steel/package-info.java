/**
 * Specific embedded emissions of steel goods for the EU's carbon border adjustment (CBAM): one
 * installation, one calendar year, its processes from sinter to rolled products, what they emit,
 * and the precursors they use. The result is a type of its own ({@link
 * org.cfptrace.aggregator.steel.SpecificEmbeddedEmissions}) that converts to and from nothing: the
 * footprint of a steel product is a matter of the roll-up and is not here. Method: Regulation (EU)
 * 2023/956, Annex IV, and Implementing Regulation (EU) 2025/2547.
 */
@NullMarked
package org.cfptrace.aggregator.steel;

import org.jspecify.annotations.NullMarked;
