/** Doors and table of proposals. */
@NullMarked
package org.cfptrace.connector.propose.adapter;

import org.jspecify.annotations.NullMarked;
