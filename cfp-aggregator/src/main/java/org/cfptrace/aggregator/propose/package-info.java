/**
 * What a company's product adds up to here goes back to the company's own connector as a proposal.
 * The company declares and signs it, or refuses it, and its answer is kept. The aggregator never
 * declares anything.
 */
@NullMarked
package org.cfptrace.aggregator.propose;

import org.jspecify.annotations.NullMarked;
