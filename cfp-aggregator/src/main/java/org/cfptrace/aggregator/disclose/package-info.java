/**
 * A footprint becomes files that authorities and customers take. What the files say is gathered
 * once, as facts; rendering is a function of these facts alone, so that the same facts give the
 * same bytes, today and in a year.
 */
@NullMarked
package org.cfptrace.aggregator.disclose;

import org.jspecify.annotations.NullMarked;
