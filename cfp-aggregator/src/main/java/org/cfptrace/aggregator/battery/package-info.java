/**
 * Batteries as Regulation (EU) 2023/1542 wants them declared: a footprint per kilowatt hour
 * delivered over the service life, by four stages, for one model made at one plant. What stands in
 * the way of a declaration (company data that is missing, a bill of materials or an electricity mix
 * that changed) is named; what the law has not said yet is marked and never made up.
 */
@NullMarked
package org.cfptrace.aggregator.battery;

import org.jspecify.annotations.NullMarked;
