package org.cfptrace.registry.participant;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of a name that is searched: full-width and half-width letters, hiragana and katakana,
 * capitals and spaces make no difference (ｶﾌﾞｼｷ finds かぶしき).
 */
public final class NameForm {
  private static final int HIRAGANA_FIRST = 0x3041;
  private static final int HIRAGANA_LAST = 0x3096;
  private static final int TO_KATAKANA = 0x60;

  private NameForm() {}

  public static String of(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var form = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .map(c -> c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST ? c + TO_KATAKANA : c)
        .forEach(form::appendCodePoint);
    return form.toString();
  }
}
