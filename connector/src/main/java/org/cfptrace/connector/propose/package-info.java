/**
 * What an aggregator has worked out for a product of ours comes here as a proposal. A person sees
 * it and accepts it, which makes it our own statement, or refuses it; either way the aggregator is
 * told. Nothing is declared without that person.
 */
@NullMarked
package org.cfptrace.connector.propose;

import org.jspecify.annotations.NullMarked;
