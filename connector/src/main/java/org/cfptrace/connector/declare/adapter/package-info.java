/** What we have said, in PostgreSQL, and the door through which people declare and read. */
@NullMarked
package org.cfptrace.connector.declare.adapter;

import org.jspecify.annotations.NullMarked;
