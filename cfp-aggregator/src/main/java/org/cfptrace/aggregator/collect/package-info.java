/**
 * The aggregator's first work: figures come into its inbox, are opened and checked by the one
 * strict reader, kept with their exact bytes, and answered with a signed receipt in the same
 * transaction. What cannot be taken never blocks what comes behind it: it lies in quarantine with
 * its bytes and its reason. What was collected can be listed, product by product; nothing is added
 * up here yet.
 */
@NullMarked
package org.cfptrace.aggregator.collect;

import org.jspecify.annotations.NullMarked;
