/** The log at its edges: HTTP, tables, the topic, witnesses and the time-stamp authority. */
@NullMarked
package org.cfptrace.registry.log.adapter;

import org.jspecify.annotations.NullMarked;
