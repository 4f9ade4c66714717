/** The wall between tenants: in the caller's token, and in the database. */
@NullMarked
package org.cfptrace.aggregator.tenant.adapter;

import org.jspecify.annotations.NullMarked;
