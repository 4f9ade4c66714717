/**
 * The furniture of the REST doors: small bodies read strictly, problems by RFC 9457 in English and
 * Japanese, pages by cursor, writes that can be repeated with the same key. A resource decodes with
 * these, calls one use case, and encodes.
 */
@NullMarked
package org.cfptrace.aggregator.wiring.http;

import org.jspecify.annotations.NullMarked;
