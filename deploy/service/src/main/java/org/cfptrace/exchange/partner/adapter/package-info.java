/**
 * Partners, keys and alarms in PostgreSQL, the registry over HTTP, the directory topic, and the
 * doors through which people invite, compare fingerprints and look at alarms.
 */
@NullMarked
package org.cfptrace.exchange.partner.adapter;

import org.jspecify.annotations.NullMarked;
