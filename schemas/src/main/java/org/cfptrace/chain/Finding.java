package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.Reason;

/**
 * What was found in what one company has shown.
 *
 * @param evidence the declaration, when it could be read
 * @param elements of its sum, as far as they are shown
 * @param inputs those of them that rest on a declaration, when all links hold
 * @param corrected the statement that the one behind it says to correct
 * @param fault what does not hold; empty when all does
 */
record Finding(
    Optional<Evidence> evidence,
    List<InputElement> elements,
    List<LinkedInput> inputs,
    Set<Remark> remarks,
    Optional<DeclarationId> corrected,
    Optional<Fault> fault) {

  /** What does not hold, and what was expected and seen. */
  record Fault(Reason reason, String detail) {
    static Fault of(Broken broken) {
      return new Fault(broken.reason(), broken.detail());
    }
  }

  Finding {
    requireNonNull(evidence, "evidence");
    elements = List.copyOf(elements);
    inputs = List.copyOf(inputs);
    Set<Remark> copy = EnumSet.noneOf(Remark.class);
    copy.addAll(remarks);
    remarks = Collections.unmodifiableSet(copy);
    requireNonNull(corrected, "corrected");
    requireNonNull(fault, "fault");
  }

  static Finding unreadable(Broken broken) {
    return new Finding(
        Optional.empty(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.of(Fault.of(broken)));
  }

  /** The same, with a fault that only shows beside the others of the chain. */
  Finding with(Fault other) {
    return fault.isPresent()
        ? this
        : new Finding(evidence, elements, inputs, remarks, corrected, Optional.of(other));
  }
}
