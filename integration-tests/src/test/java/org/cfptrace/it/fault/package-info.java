/**
 * Things that break at the wrong moment: processes killed without a farewell, messages nobody can
 * read, a broker without room. Afterwards nothing is lost, doubled or stuck.
 */
@NullMarked
package org.cfptrace.it.fault;

import org.jspecify.annotations.NullMarked;
