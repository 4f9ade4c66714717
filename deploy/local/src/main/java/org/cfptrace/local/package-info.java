/** Starts the whole platform on one machine. */
@NullMarked
package org.cfptrace.local;

import org.jspecify.annotations.NullMarked;
