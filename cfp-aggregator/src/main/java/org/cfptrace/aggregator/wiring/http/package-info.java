/**
 * What the OpenAPI document says about all doors of the aggregator: the headers of a write, the
 * pages of a list, the problems.
 */
@NullMarked
package org.cfptrace.aggregator.wiring.http;

import org.jspecify.annotations.NullMarked;
