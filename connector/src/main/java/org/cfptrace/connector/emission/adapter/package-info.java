/** The REST door and the table of own emissions. */
@NullMarked
package org.cfptrace.connector.emission.adapter;

import org.jspecify.annotations.NullMarked;
