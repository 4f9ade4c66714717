/** The doors and tables of what is handed on. */
@NullMarked
package org.cfptrace.connector.present.adapter;

import org.jspecify.annotations.NullMarked;
