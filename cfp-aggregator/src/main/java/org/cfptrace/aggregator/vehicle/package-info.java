/**
 * Vehicles: the footprint of one vehicle, per kilogram and per kilometre, divided into what is
 * bought, what is estimated, inbound logistics and the maker's own plants; the battery's share of
 * it; and, never added to it, outbound logistics, use phase and end of life.
 */
@NullMarked
package org.cfptrace.aggregator.vehicle;

import org.jspecify.annotations.NullMarked;
