/**
 * A vehicle's parts and their footprints. The owner gets every part; a customer or an authority
 * gets the vehicle's own figures alone, for a list of parts would tell who supplies what.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.vehicle;

import org.jspecify.annotations.NullMarked;
