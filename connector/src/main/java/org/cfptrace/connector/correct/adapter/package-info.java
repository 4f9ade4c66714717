/** Doors and tables of corrections and recalls. */
@NullMarked
package org.cfptrace.connector.correct.adapter;

import org.jspecify.annotations.NullMarked;
