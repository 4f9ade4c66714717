/**
 * The outbox in PostgreSQL and the broker behind a messaging channel. Rows are claimed with {@code
 * FOR UPDATE SKIP LOCKED}, so several instances share the work without waiting for one another.
 */
@NullMarked
package org.cfptrace.exchange.deliver.adapter;

import org.jspecify.annotations.NullMarked;
