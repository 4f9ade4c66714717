/** Enrolment at its edges: the HTTP doors and the tables. */
@NullMarked
package org.cfptrace.registry.certificate.adapter;

import org.jspecify.annotations.NullMarked;
