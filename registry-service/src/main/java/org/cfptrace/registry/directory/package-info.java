/**
 * Who is who, for everybody: each change of a participant is stated anew, signed, and goes to the
 * compacted topic by way of an outbox, so that the database and the topic cannot disagree for long.
 * A heartbeat says every ten minutes that the topic is complete. Over HTTP the same entries are
 * signed at the moment they are asked for.
 */
@NullMarked
package org.cfptrace.registry.directory;

import org.jspecify.annotations.NullMarked;
