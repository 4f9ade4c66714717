/** Doors and table of proposals. */
@NullMarked
package org.cfptrace.aggregator.propose.adapter;

import org.jspecify.annotations.NullMarked;
