/** The public record as the exchange keeps it. */
@NullMarked
package org.cfptrace.aggregator.disclose.pack.adapter;

import org.jspecify.annotations.NullMarked;
