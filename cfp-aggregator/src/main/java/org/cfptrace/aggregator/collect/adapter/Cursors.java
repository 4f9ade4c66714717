package org.cfptrace.aggregator.collect.adapter;

import java.util.UUID;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Reads the keys in cursors; a caller may have made one up. */
final class Cursors {
  /** Before every identifier. */
  static final UUID FIRST = new UUID(0, 0);

  private Cursors() {}

  static UUID uuid(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException notOurs) {
      throw notOurs();
    }
  }

  static long number(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException notOurs) {
      throw notOurs();
    }
  }

  static Refused notOurs() {
    return new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
  }
}
