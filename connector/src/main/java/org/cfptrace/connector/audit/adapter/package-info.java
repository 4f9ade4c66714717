/** Audits over HTTP, in PostgreSQL, and on paper. */
@NullMarked
package org.cfptrace.connector.audit.adapter;

import org.jspecify.annotations.NullMarked;
