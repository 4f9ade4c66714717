package org.cfptrace.aggregator.disclose;

import java.util.List;
import java.util.regex.Pattern;
import org.cfptrace.paper.Pdf;

/**
 * The pages of a document, read back. Blanks and line ends do not count, so that a text which was
 * broken into lines is found; where a page ends within it, the footer stands in between, and the
 * rest is looked for on the next page.
 */
public final class PrintedPages {
  /** No cell holds a longer word in one line: it may be broken anywhere. */
  private static final int LONGEST_WORD = 40;

  /** From here on signs are Japanese, and lines may end between any two of them. */
  private static final int IDEOGRAPHIC = 0x2E80;

  private final List<int[]> pages;

  private PrintedPages(List<int[]> pages) {
    this.pages = pages;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException for what is no PDF
   */
  public static PrintedPages of(byte[] pdf) {
    return new PrintedPages(Pdf.pages(pdf).stream().map(page -> Text.of(page).signs).toList());
  }

  public int count() {
    return pages.size();
  }

  /** Whether a text is printed, as far as our fonts can print it ({@link Pdf#legible}). */
  public boolean hold(String text) {
    Text wanted = Text.of(Pdf.legible(text));
    for (int page = 0; page < pages.size(); page++) {
      if (holdFrom(wanted, 0, page)) {
        return true;
      }
    }
    return wanted.signs.length == 0;
  }

  /** Whether the rest of a text is on this page, or begins here and goes on on the next one. */
  private boolean holdFrom(Text wanted, int from, int page) {
    int to = longest(wanted, from, pages.get(page));
    if (to == wanted.signs.length) {
      return true;
    }
    if (page + 1 < pages.size()) {
      for (int end = to; end > from; end--) {
        if (wanted.mayEndBefore[end] && holdFrom(wanted, end, page + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How far a text, begun at a place, is found on a page in one piece. */
  private static int longest(Text wanted, int from, int[] page) {
    int longest = from;
    for (int start = 0; start < page.length && longest < wanted.signs.length; start++) {
      int to = from;
      while (to < wanted.signs.length
          && start + to - from < page.length
          && page[start + to - from] == wanted.signs[to]) {
        to++;
      }
      longest = Math.max(longest, to);
    }
    return longest;
  }

  /** The signs of a text without blanks, and before which of them a line may end. */
  private static final class Text {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    final int[] signs;
    final boolean[] mayEndBefore;

    private Text(int[] signs, boolean[] mayEndBefore) {
      this.signs = signs;
      this.mayEndBefore = mayEndBefore;
    }

    static Text of(String text) {
      int[] signs = BLANKS.matcher(text).replaceAll("").codePoints().toArray();
      boolean[] mayEndBefore = new boolean[signs.length];
      int begin = 0;
      for (String word : BLANKS.split(text, -1)) {
        int end = begin + word.codePointCount(0, word.length());
        for (int i = begin; i < end; i++) {
          mayEndBefore[i] =
              i == begin
                  || end - begin > LONGEST_WORD
                  || signs[i] >= IDEOGRAPHIC
                  || signs[i - 1] >= IDEOGRAPHIC;
        }
        begin = end;
      }
      return new Text(signs, mayEndBefore);
    }
  }
}
