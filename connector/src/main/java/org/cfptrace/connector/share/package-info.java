/**
 * What a recipient may see. The owner's switches for one recipient are laid over the one table of
 * audience views; the policy engine decides, and what it decided is kept with the copy, so that
 * anybody who asks later hears what was shown and why the rest was not.
 */
@NullMarked
package org.cfptrace.connector.share;

import org.jspecify.annotations.NullMarked;
