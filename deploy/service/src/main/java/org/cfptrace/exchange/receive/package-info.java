/**
 * What comes in. A message is opened and checked by the one strict reader, applied in the order of
 * its thread, and answered with a signed receipt in the same transaction. What cannot be applied
 * never blocks what comes behind it: it lies in quarantine with its bytes and its reason, is tried
 * again where time may help, and can be replayed by an operator.
 */
@NullMarked
package org.cfptrace.exchange.receive;

import org.jspecify.annotations.NullMarked;
