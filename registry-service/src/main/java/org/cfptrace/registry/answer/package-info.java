/**
 * How the registry says no: a stable code, the fields concerned, all of them at once. The stories
 * throw {@link org.cfptrace.registry.answer.Refused}; only the HTTP door knows numbers.
 */
@NullMarked
package org.cfptrace.registry.answer;

import org.jspecify.annotations.NullMarked;
