/**
 * People who want what is not theirs: an admitted stranger, a company that was never admitted, a
 * clerk who tries the operator's doors, a registry that publishes a false key. And the search that
 * goes through everything the last tier can reach, looking for the first tier.
 */
@NullMarked
package org.cfptrace.it.hostile;

import org.jspecify.annotations.NullMarked;
