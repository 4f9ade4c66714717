/** Admission at its edges: the HTTP doors and the tables. */
@NullMarked
package org.cfptrace.registry.participant.adapter;

import org.jspecify.annotations.NullMarked;
