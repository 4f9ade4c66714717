/**
 * What we have declared goes into the public log in the background: submitted in batches, its proof
 * fetched and passed on to whom it was declared; and, shown to be ours, marked there when it does
 * not stand any more. What partners prove is checked and kept beside their declarations, and every
 * checkpoint that comes by, from them or over the log's topic, is compared with the tree our
 * registry shows us, so that a log with two histories is found by two companies that trade with
 * each other. A registry that is away delays all this and nothing else.
 */
@NullMarked
package org.cfptrace.exchange.anchor;

import org.jspecify.annotations.NullMarked;
