/**
 * The rules of what an audience may see. {@link org.cfptrace.policy.AudienceViews} is the one table
 * of claims by audience; {@link org.cfptrace.policy.Release} is what an owner has switched on for
 * one recipient. Nothing here decides: that is the room next door.
 */
@NullMarked
package org.cfptrace.policy;

import org.jspecify.annotations.NullMarked;
