/** Partners and directory entries in PostgreSQL, the registry over HTTP, and the REST door. */
@NullMarked
package org.cfptrace.aggregator.partner.adapter;

import org.jspecify.annotations.NullMarked;
