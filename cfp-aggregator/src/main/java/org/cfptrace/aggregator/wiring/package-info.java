/**
 * Where plain classes become beans and the participant starts: before anything else it makes its
 * keys and enrols, then its channels to the broker open under its own name. Development secrets are
 * refused here.
 */
@NullMarked
package org.cfptrace.aggregator.wiring;

import org.jspecify.annotations.NullMarked;
