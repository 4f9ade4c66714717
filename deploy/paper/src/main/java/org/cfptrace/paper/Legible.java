package org.cfptrace.paper;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of strangers as our fonts can show them: without signs that steer or hide (control
 * characters, changes of direction), composed where a mark follows its letter, plain where a sign
 * has the picture of a plainer one, and with {@code U+FFFD} for what no font of ours has.
 */
final class Legible {
  private static final int UNKNOWN = 0xFFFD;
  private static final Lettering LETTERING = new Lettering(false, 1);

  /** What reads a PDF takes ligatures apart. */
  private static final Pattern LIGATURE = Pattern.compile("[\\x{FB00}-\\x{FB06}]");

  private static final Pattern MARKED = Pattern.compile("\\P{M}\\p{M}+");

  private boolean lacking;

  /** Whether a sign had to be replaced so far. */
  boolean lacking() {
    return lacking;
  }

  String of(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    var shown = new StringBuilder(lines.length());
    lines.codePoints().filter(Legible::isSeen).forEach(shown::appendCodePoint);
    String apart =
        LIGATURE.matcher(shown).replaceAll(m -> Normalizer.normalize(m.group(), Form.NFKC));
    String composed =
        MARKED
            .matcher(apart)
            .replaceAll(m -> Matcher.quoteReplacement(Normalizer.normalize(m.group(), Form.NFC)));
    var known = new StringBuilder(composed.length());
    composed.codePoints().map(this::known).forEach(known::appendCodePoint);
    return known.toString();
  }

  private int known(int codePoint) {
    if (codePoint == '\n') {
      return codePoint;
    }
    if (!LETTERING.has(codePoint)) {
      lacking = true;
      return UNKNOWN;
    }
    return plain(codePoint);
  }

  /**
   * A font has one picture for the character 日 and for the radical of that form: a reader cannot
   * tell them apart, and a PDF that holds both gives back one of them twice.
   */
  private static int plain(int codePoint) {
    String plain = Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
    int first = plain.codePointAt(0);
    boolean isOne = plain.length() == Character.charCount(first);
    return isOne && first != ' ' && LETTERING.looksAlike(codePoint, first) ? first : codePoint;
  }

  private static boolean isSeen(int codePoint) {
    int type = Character.getType(codePoint);
    return codePoint == '\n'
        || (type != Character.CONTROL && type != Character.FORMAT && !isVariation(codePoint));
  }

  /** Variation selectors choose among forms of a sign; our fonts are asked for the plain one. */
  private static boolean isVariation(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
