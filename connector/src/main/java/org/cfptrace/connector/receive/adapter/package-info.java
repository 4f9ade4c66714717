/** What partners have told us in PostgreSQL, and the unit in which we buy what they told us of. */
@NullMarked
package org.cfptrace.connector.receive.adapter;

import org.jspecify.annotations.NullMarked;
