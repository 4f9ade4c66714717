/**
 * A company applies, an operator approves, refuses or suspends it. Approval gives it a name in the
 * data space and a one-time code with which it enrols its keys. Every write leaves a line in the
 * audit trail.
 */
@NullMarked
package org.cfptrace.registry.participant;

import org.jspecify.annotations.NullMarked;
