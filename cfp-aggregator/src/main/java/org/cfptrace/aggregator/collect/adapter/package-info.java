/** The topics we read, what was collected in PostgreSQL, and the REST doors that list it. */
@NullMarked
package org.cfptrace.aggregator.collect.adapter;

import org.jspecify.annotations.NullMarked;
