/**
 * The furniture of the REST doors: bodies read field by field with every fault reported at once,
 * problems by RFC 9457 in English and Japanese, pages by cursor, writes that can be repeated with
 * the same key, versions by ETag. A resource decodes with these, calls one use case, and encodes.
 */
@NullMarked
package org.cfptrace.service.http;

import org.jspecify.annotations.NullMarked;
