/**
 * May this audience see this claim, and why. {@link org.cfptrace.decision.DecideView} lays an
 * owner's release over the table of audience views and answers for every claim with a ground, so a
 * screen or an audit can say not only what was hidden but for which reason.
 */
@NullMarked
package org.cfptrace.decision;

import org.jspecify.annotations.NullMarked;
