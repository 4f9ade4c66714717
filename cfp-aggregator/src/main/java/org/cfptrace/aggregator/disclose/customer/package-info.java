/**
 * A product's footprint as its customers take it: Catena-X PCF, PACT ProductFootprint and Ouranos'
 * records. What a request must say in addition is asked for once, what a target would refuse is
 * found before a file is made, and no part, supplier or bill of materials is in any of them.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.customer;

import org.jspecify.annotations.NullMarked;
