package org.cfptrace.connector.notify;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The small named values of a notification: at most 20, each of at most 1,000 characters. */
final class Facts {
  private static final int MOST = 20;
  private static final int LONGEST = 1000;
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final int REPLACEMENT = 0xFFFD;

  private Facts() {}

  /** A copy in the order of the names, or a complaint about what does not fit. */
  static Map<String, String> checked(Map<String, String> facts) {
    if (facts.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " facts, seen " + facts.size());
    }
    facts.forEach(Facts::check);
    return Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("expected a name like changePercent, seen " + name);
    }
    if (!fitting(value).equals(value)) {
      throw new IllegalArgumentException(
          name + " is at most " + LONGEST + " characters, without NUL and half surrogates");
    }
  }

  /** The same text where it fits; else cut, and without what neither JSON nor a table holds. */
  static String fitting(String value) {
    int[] characters = value.codePoints().map(Facts::kept).limit(LONGEST + 1L).toArray();
    return characters.length <= LONGEST
        ? new String(characters, 0, characters.length)
        : new String(characters, 0, LONGEST - 1) + "…";
  }

  private static int kept(int character) {
    boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return character == 0 || half ? REPLACEMENT : character;
  }
}
