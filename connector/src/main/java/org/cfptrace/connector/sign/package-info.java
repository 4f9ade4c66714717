/**
 * An aggregator has made files for an authority or a customer in our name, and asks us to sign the
 * digest of their manifest. A disclosure officer sees what it is and signs it with the company's
 * key, or refuses; the aggregator is told either way. What is signed goes into the public log, and
 * the proof follows. Nothing is signed without that person.
 */
@NullMarked
package org.cfptrace.connector.sign;

import org.jspecify.annotations.NullMarked;
