/**
 * The aggregator's first work: a figure that has come into its inbox is read by the one strict
 * reader and kept with its exact bytes, and with what its issuer says of it later: corrected,
 * recalled, withheld, complete or not. What was collected can be listed, product by product;
 * nothing is added up here yet. How messages come in and are answered is told in {@code
 * org.cfptrace.exchange.receive}.
 */
@NullMarked
package org.cfptrace.aggregator.collect;

import org.jspecify.annotations.NullMarked;
