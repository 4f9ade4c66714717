/**
 * Where plain classes become beans, and what every room of the connector shares: the journal, the
 * roles, the check that production runs without development secrets. {@code wiring.http} holds the
 * furniture of the REST doors.
 */
@NullMarked
package org.cfptrace.connector.wiring;

import org.jspecify.annotations.NullMarked;
