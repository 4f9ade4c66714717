/**
 * What an auditor needs of one product: every source with its evidence, the way of each number as a
 * graph, and the signed declarations themselves with the proofs that they stand in the public log.
 * Confidential: for the owner and for auditors under its mandate.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.pack;

import org.jspecify.annotations.NullMarked;
