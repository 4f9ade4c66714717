/**
 * The stories across services, told against the real platform: every service a process of its own,
 * reached over HTTP and Kafka only. The platform starts once and serves all of them; whoever breaks
 * something mends it again.
 */
@NullMarked
package org.cfptrace.it;

import org.jspecify.annotations.NullMarked;
