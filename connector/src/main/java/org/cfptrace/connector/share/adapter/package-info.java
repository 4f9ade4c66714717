/** Doors and tables of what is released to whom. */
@NullMarked
package org.cfptrace.connector.share.adapter;

import org.jspecify.annotations.NullMarked;
