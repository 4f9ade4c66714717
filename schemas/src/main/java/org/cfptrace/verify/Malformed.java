package org.cfptrace.verify;

import java.util.Objects;
import org.cfptrace.strict.MalformedException;

/** Turns what the strict parsers say into details for the operator. */
final class Malformed {
  private Malformed() {}

  static String detail(MalformedException malformed) {
    return Objects.requireNonNullElse(malformed.getMessage(), "malformed");
  }
}
