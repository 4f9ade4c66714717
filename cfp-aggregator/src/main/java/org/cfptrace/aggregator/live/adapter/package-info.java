/** Which instance adds up for whom, in PostgreSQL. */
@NullMarked
package org.cfptrace.aggregator.live.adapter;

import org.jspecify.annotations.NullMarked;
