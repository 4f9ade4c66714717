package org.cfptrace.aggregator.disclose.cbam;

import java.lang.Character.UnicodeScript;

/** The script of a report in English. */
final class Latin {
  private Latin() {}

  /** Whether a text is written in Latin letters, digits and signs. */
  static boolean holds(String text) {
    return text.codePoints()
        .mapToObj(UnicodeScript::of)
        .allMatch(
            script ->
                script == UnicodeScript.LATIN
                    || script == UnicodeScript.COMMON
                    || script == UnicodeScript.INHERITED);
  }
}
