/**
 * The registry: who takes part, with which keys, and what each may do at the broker. It never sees
 * a footprint; it could not open one.
 */
@NullMarked
package org.cfptrace.registry;

import org.jspecify.annotations.NullMarked;
