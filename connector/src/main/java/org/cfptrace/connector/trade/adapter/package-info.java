/** Doors and tables of requests. */
@NullMarked
package org.cfptrace.connector.trade.adapter;

import org.jspecify.annotations.NullMarked;
