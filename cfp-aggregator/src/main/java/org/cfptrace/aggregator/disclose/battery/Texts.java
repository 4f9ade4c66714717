package org.cfptrace.aggregator.disclose.battery;

import java.util.Optional;
import org.cfptrace.service.http.Fields;

/** Texts that need not be there, and say something where they are. */
final class Texts {
  private Texts() {}

  static Optional<String> filled(Fields fields, String name, int longest) {
    return fields
        .text(name, longest)
        .filter(text -> fields.holds(name, !text.isBlank(), "BLANK", "expected some text"));
  }
}
