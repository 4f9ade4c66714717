/** The doors of the questions. */
@NullMarked
package org.cfptrace.aggregator.query.adapter;

import org.jspecify.annotations.NullMarked;
