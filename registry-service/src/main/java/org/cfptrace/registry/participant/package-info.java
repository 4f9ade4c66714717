/** A company applies, an operator approves, refuses or suspends it. */
@NullMarked
package org.cfptrace.registry.participant;

import org.jspecify.annotations.NullMarked;
