/** The outbox in PostgreSQL and the way to the broker over Kafka. */
@NullMarked
package org.cfptrace.aggregator.deliver.adapter;

import org.jspecify.annotations.NullMarked;
