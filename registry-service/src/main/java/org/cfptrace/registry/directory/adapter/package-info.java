/** The directory at its edges: HTTP, the outbox table and the topic. */
@NullMarked
package org.cfptrace.registry.directory.adapter;

import org.jspecify.annotations.NullMarked;
