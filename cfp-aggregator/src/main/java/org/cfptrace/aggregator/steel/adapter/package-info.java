/** The REST doors of the steel calculation, its JSON forms, and its tables in PostgreSQL. */
@NullMarked
package org.cfptrace.aggregator.steel.adapter;

import org.jspecify.annotations.NullMarked;
