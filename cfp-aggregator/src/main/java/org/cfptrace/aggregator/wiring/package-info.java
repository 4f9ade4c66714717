/**
 * Where plain classes become beans and the participant starts: before anything else it makes its
 * keys and enrols, then its channels to the broker open under its own name. Also what every story
 * needs of the machinery: transactions, the caller, the roles, the refusal of development secrets.
 */
@NullMarked
package org.cfptrace.aggregator.wiring;

import org.jspecify.annotations.NullMarked;
