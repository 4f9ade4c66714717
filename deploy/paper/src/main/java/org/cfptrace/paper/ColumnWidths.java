package org.cfptrace.paper;

import java.util.ArrayList;
import java.util.List;

/** Divides the width of a page among the columns of a table. */
final class ColumnWidths {
  private ColumnWidths() {}

  /**
   * What a column would take.
   *
   * @param least without breaking words
   * @param natural without breaking lines
   */
  record Wish(float least, float natural) {}

  /** Everybody the natural width and a share of the rest; if that is too much, less, fairly. */
  static List<Float> divided(List<Wish> wishes, float width) {
    float least = sum(wishes.stream().map(Wish::least).toList());
    float natural = sum(wishes.stream().map(Wish::natural).toList());
    if (least > width) {
      return capped(wishes.stream().map(Wish::least).toList(), width);
    }
    List<Float> widths = new ArrayList<>();
    for (Wish wish : wishes) {
      float more =
          natural > width
              ? (wish.natural() - wish.least()) * (width - least) / (natural - least)
              : (wish.natural() - wish.least()) + (width - natural) / wishes.size();
      widths.add(wish.least() + more);
    }
    return widths;
  }

  /** The narrow ones keep what they want, the wide ones share what is left. */
  private static List<Float> capped(List<Float> wanted, float width) {
    float left = width;
    int sharing = wanted.size();
    for (float one : wanted.stream().sorted().toList()) {
      if (one > left / sharing) {
        break;
      }
      left -= one;
      sharing--;
    }
    float cap = left / Math.max(1, sharing);
    return wanted.stream().map(one -> Math.min(one, cap)).toList();
  }

  static float sum(List<Float> widths) {
    float sum = 0;
    for (float width : widths) {
      sum += width;
    }
    return sum;
  }
}
