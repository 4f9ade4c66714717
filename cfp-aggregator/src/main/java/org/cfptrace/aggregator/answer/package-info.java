/**
 * What a caller is told, in plain Java: a refusal with its stable code and the fields at fault, a
 * page of a list. The story packages speak in these words; only {@code wiring.http} knows how they
 * look on the wire.
 */
@NullMarked
package org.cfptrace.aggregator.answer;

import org.jspecify.annotations.NullMarked;
