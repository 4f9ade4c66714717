/**
 * The sum of one product: own emissions plus what its parts bring along. {@link
 * org.cfptrace.rollup.RollUp} takes an {@link org.cfptrace.rollup.OwnProduct} with its lines and
 * the figures that verified declarations gave, and returns a {@link org.cfptrace.rollup.Footprint}
 * in which every line says where it comes from and whether it counts. Nothing missing is ever zero:
 * it is a state, it makes the total incomplete, and it is named. {@link
 * org.cfptrace.rollup.ProductGraph} does the same for products made of own products, each once.
 */
@NullMarked
package org.cfptrace.rollup;

import org.jspecify.annotations.NullMarked;
