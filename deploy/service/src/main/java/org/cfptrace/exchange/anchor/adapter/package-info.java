/**
 * The log over HTTP, and in PostgreSQL what we have in it, what others have proved to us, and the
 * checkpoints we have seen.
 */
@NullMarked
package org.cfptrace.exchange.anchor.adapter;

import org.jspecify.annotations.NullMarked;
