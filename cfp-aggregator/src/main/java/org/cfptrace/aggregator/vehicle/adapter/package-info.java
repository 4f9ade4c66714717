/** Doors and table of vehicles. */
@NullMarked
package org.cfptrace.aggregator.vehicle.adapter;

import org.jspecify.annotations.NullMarked;
