/**
 * The roll-up of a whole tenant, in memory: a million products and five million lines, and after a
 * change only what is above it. {@link org.cfptrace.aggregator.rollup.FootprintGraph} holds
 * structure and figures as numbers in arrays and gives the same digits as {@code
 * org.cfptrace.rollup}, which also works out here whatever does not fit the arrays.
 */
@NullMarked
package org.cfptrace.aggregator.rollup;

import org.jspecify.annotations.NullMarked;
