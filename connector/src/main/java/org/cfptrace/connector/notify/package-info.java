/**
 * What a person is told: a request has come, a figure was recalled, something waits for a decision.
 * Whatever room an act happens in tells it in the act's own transaction, so nothing is told that
 * did not happen; people see it in a list and, while they look, as it happens. A notification says
 * what it is about and never a figure that its reader could not see elsewhere.
 */
@NullMarked
package org.cfptrace.connector.notify;

import org.jspecify.annotations.NullMarked;
