package org.cfptrace.connector.product.adapter;

import java.util.UUID;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Sort keys of the lists here. */
final class Cursors {
  /** Before every UUID that is issued; PostgreSQL sorts UUIDs by their bytes. */
  static final UUID FIRST = new UUID(0, 0);

  private Cursors() {}

  static UUID uuid(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }
}
