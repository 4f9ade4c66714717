/** Doors and table of what we are asked to sign. */
@NullMarked
package org.cfptrace.connector.sign.adapter;

import org.jspecify.annotations.NullMarked;
