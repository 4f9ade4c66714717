/**
 * The ledger of GX reductions. A verified reduction of a product line is a pool; parts of it are
 * allocated to product lots, each under a certificate that is handed on, retired or cancelled. What
 * is sold is added back to everything else, so that the whole stays what was emitted. Entries are
 * added and never changed, and nothing of it ever enters a footprint: the figure before the
 * allocation is always there, the one after it stands beside. Source: JISF GX Steel Guideline
 * (2025-10-28), worldsteel chain-of-custody guideline.
 */
@NullMarked
package org.cfptrace.aggregator.gx;

import org.jspecify.annotations.NullMarked;
