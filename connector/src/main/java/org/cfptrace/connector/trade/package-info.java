/**
 * The trade in figures: a company asks a partner for the footprint of a part it buys; the partner
 * links a product of its own, replies, or rejects; the asker may remind and cancel. The answer is
 * the declaration itself, kept up to date as long as the link stands. Both sides keep the request
 * in the same state, by one table of moves, also when their messages cross.
 */
@NullMarked
package org.cfptrace.connector.trade;

import org.jspecify.annotations.NullMarked;
