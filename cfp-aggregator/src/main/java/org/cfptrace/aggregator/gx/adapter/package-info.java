/** The doors and tables of the GX ledger. */
@NullMarked
package org.cfptrace.aggregator.gx.adapter;

import org.jspecify.annotations.NullMarked;
