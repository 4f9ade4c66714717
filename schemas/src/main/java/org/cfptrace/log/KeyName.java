package org.cfptrace.log;

import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** The name of a key in a note: not empty, without white space and plus signs. */
final class KeyName {
  private static final int LONGEST = 300;

  private KeyName() {}

  static String checked(String name) {
    boolean good =
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.codePoints().noneMatch(KeyName::isForbidden);
    if (!good) {
      throw new MalformedException(Fault.ENCODING, "not the name of a key");
    }
    return name;
  }

  private static boolean isForbidden(int codePoint) {
    return codePoint == '+'
        || Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE;
  }
}
