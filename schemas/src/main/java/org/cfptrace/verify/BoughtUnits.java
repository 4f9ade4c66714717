package org.cfptrace.verify;

import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** In which unit we buy a supplier's product, where a person has linked it already. */
@FunctionalInterface
public interface BoughtUnits {

  Optional<DeclaredUnit> unitOf(ParticipantId supplier, TraceId product);

  /** Nothing is linked yet. */
  static BoughtUnits unknown() {
    return (supplier, product) -> Optional.empty();
  }
}
