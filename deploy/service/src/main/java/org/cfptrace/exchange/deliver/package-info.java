/**
 * Getting a signed message to its reader. A message is put into the outbox in the transaction that
 * makes it; the relay seals it to the reader's key and hands it to the broker, again and again
 * until the broker has it, in order within a thread; the reader's signed receipt settles it as
 * delivered or refused.
 */
@NullMarked
package org.cfptrace.exchange.deliver;

import org.jspecify.annotations.NullMarked;
