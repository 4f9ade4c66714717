/**
 * What happens when something changes: products whose footprint is stale are worked out anew, each
 * once; partners are told by the rule an approver has released, or a person is asked; a wrong value
 * is recalled; what was known when stays readable. Nothing here can run away: automatic
 * declarations are counted by product, recipient and day.
 */
@NullMarked
package org.cfptrace.connector.correct;

import org.jspecify.annotations.NullMarked;
