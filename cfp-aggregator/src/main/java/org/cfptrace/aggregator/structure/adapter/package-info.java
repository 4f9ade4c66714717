/** Doors and tables of product structures and emission factors; files that bring many at once. */
@NullMarked
package org.cfptrace.aggregator.structure.adapter;

import org.jspecify.annotations.NullMarked;
