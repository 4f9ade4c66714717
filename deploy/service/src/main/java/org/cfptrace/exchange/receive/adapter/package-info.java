/**
 * What came in, in PostgreSQL; the consumers of our topics; and the door through which people look
 * after the quarantine.
 */
@NullMarked
package org.cfptrace.exchange.receive.adapter;

import org.jspecify.annotations.NullMarked;
