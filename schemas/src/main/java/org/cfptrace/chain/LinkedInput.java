package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import org.cfptrace.declaration.InputElement;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.verify.Evidence;

/**
 * An element of a sum and the declaration it rests on, as the buyer got it.
 *
 * @param given what the buyer has shown beside it
 */
record LinkedInput(InputElement element, Evidence source, AuditedInput given) {
  LinkedInput {
    requireNonNull(element, "element");
    requireNonNull(source, "source");
    requireNonNull(given, "given");
  }
}
