/**
 * What a caller is told, in plain Java: a refusal with its stable code and every field at fault, a
 * page of a list, a value with its version. The story packages speak in these words; only {@code
 * http} knows how they look on the wire.
 */
@NullMarked
package org.cfptrace.service.answer;

import org.jspecify.annotations.NullMarked;
