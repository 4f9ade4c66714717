/**
 * What partners have told us: their declarations, kept as evidence, and the figures a sum may use
 * of them. How messages come in at all is told in {@code org.cfptrace.exchange.receive}.
 */
@NullMarked
package org.cfptrace.connector.receive;

import org.jspecify.annotations.NullMarked;
