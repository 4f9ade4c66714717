/**
 * What a company asks of its footprints: how large, made of what, what is missing and since when,
 * what to look at first, and what has changed since.
 */
@NullMarked
package org.cfptrace.aggregator.query;

import org.jspecify.annotations.NullMarked;
