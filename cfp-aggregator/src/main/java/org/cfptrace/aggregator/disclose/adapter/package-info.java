/** Doors and tables of exports. */
@NullMarked
package org.cfptrace.aggregator.disclose.adapter;

import org.jspecify.annotations.NullMarked;
