/**
 * CFP算出依頼: how a customer asks a supplier for a footprint. A request is asked, linked by the
 * supplier to one of its products, and answered by a declaration; until then it may be rejected or
 * cancelled. {@link org.cfptrace.trade.RequestMoves} is the one table of what may follow what; both
 * sides keep their copy of the request by it.
 */
@NullMarked
package org.cfptrace.trade;

import org.jspecify.annotations.NullMarked;
