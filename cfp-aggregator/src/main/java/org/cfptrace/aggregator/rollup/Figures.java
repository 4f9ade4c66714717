package org.cfptrace.aggregator.rollup;

import java.util.Arrays;

/** All figures one after the other, each in as many words as it needs. */
final class Figures {
  /** So many words behind the beginning of any figure are there to be read. */
  static final int AHEAD = 8;

  long[] words = new long[1024];
  private int used = 1; // place 0 is nobody's: there is no figure
  private long wasted;

  int append(long[] from, int length) {
    if (used + length + AHEAD > words.length) {
      int least = used + length + AHEAD;
      words = Arrays.copyOf(words, Math.max(least, Math.addExact(used, used >> 1)));
    }
    int at = used;
    System.arraycopy(from, 0, words, at, length);
    used += length;
    return at;
  }

  /** Writes a figure in the place of the former one, or at the end where it is longer. */
  int replace(int at, long[] from, int length) {
    if (at != 0 && FigureForm.length(words[at]) == length) {
      System.arraycopy(from, 0, words, at, length);
      return at;
    }
    free(at);
    return append(from, length);
  }

  void free(int at) {
    if (at != 0) {
      wasted += FigureForm.length(words[at]);
    }
  }

  /** Whether the words of a figure from one to before another are these. */
  boolean isSame(int at, long[] other, int from, int to) {
    return at != 0 && at + to <= used && Arrays.equals(words, at + from, at + to, other, from, to);
  }

  /** The end, to come back to with {@link #forgetFrom}. */
  int end() {
    return used;
  }

  void forgetFrom(int end) {
    used = end;
  }

  boolean isMostlyWaste() {
    return wasted > 4096 && wasted > used / 2;
  }

  /** Moves all figures together. */
  void compact(Vertices vertices) {
    Figures moved = new Figures();
    moved.words = new long[(int) Math.max(1024, used - wasted + AHEAD)];
    for (int v = 0; v < vertices.size(); v++) {
      vertices.figureAt[v] = move(vertices.figureAt[v], moved);
      vertices.ownAt[v] = move(vertices.ownAt[v], moved);
      vertices.transportAt[v] = move(vertices.transportAt[v], moved);
      vertices.massAt[v] = move(vertices.massAt[v], moved);
    }
    words = moved.words;
    used = moved.used;
    wasted = 0;
  }

  private int move(int at, Figures to) {
    if (at == 0) {
      return 0;
    }
    int length = FigureForm.length(words[at]);
    long[] copied = Arrays.copyOfRange(words, at, at + length);
    return to.append(copied, length);
  }

  long bytes() {
    return (long) Long.BYTES * words.length;
  }
}
