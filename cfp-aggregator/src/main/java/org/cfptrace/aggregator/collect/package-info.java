/** Declarations arrive here, are verified and kept. */
@NullMarked
package org.cfptrace.aggregator.collect;

import org.jspecify.annotations.NullMarked;
