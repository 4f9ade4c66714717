/**
 * The companies whose products this instance adds up: each company's whole structure in memory,
 * built from the database when it is first asked for, and following every change after that. One
 * instance does so for a company at a time.
 */
@NullMarked
package org.cfptrace.aggregator.live;

import org.jspecify.annotations.NullMarked;
