/**
 * What came in, in PostgreSQL; the consumers of our topics; and the doors through which people read
 * what they were told and look after the quarantine.
 */
@NullMarked
package org.cfptrace.connector.receive.adapter;

import org.jspecify.annotations.NullMarked;
