package org.cfptrace.aggregator.rollup;

import java.util.Arrays;

/**
 * Products waiting for their turn, those of the lowest level first; each is in it once. A level's
 * products hang together, so nothing is made for one that comes in.
 */
final class Wave {
  private static final int OUT = -2;
  private static final int LAST = -1;

  private int[] next = new int[0];
  private int[] firstOfLevel = new int[0];
  private int lowest;
  private int waiting;

  void add(int vertex, int level) {
    if (vertex >= next.length) {
      int former = next.length;
      next = Arrays.copyOf(next, Math.max(vertex + 1, former + (former >> 1)));
      Arrays.fill(next, former, next.length, OUT);
    }
    if (next[vertex] != OUT) {
      return;
    }
    if (level >= firstOfLevel.length) {
      int former = firstOfLevel.length;
      firstOfLevel = Arrays.copyOf(firstOfLevel, Math.max(level + 1, former + (former >> 1)));
      Arrays.fill(firstOfLevel, former, firstOfLevel.length, LAST);
    }
    next[vertex] = firstOfLevel[level];
    firstOfLevel[level] = vertex;
    lowest = waiting == 0 ? level : Math.min(lowest, level);
    waiting++;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** The next of the lowest level; there must be one. */
  int take() {
    while (firstOfLevel[lowest] == LAST) {
      lowest++;
    }
    int vertex = firstOfLevel[lowest];
    firstOfLevel[lowest] = next[vertex];
    next[vertex] = OUT;
    waiting--;
    return vertex;
  }

  /** Takes some of the lowest level, as many as there is room for; answers how many. */
  int take(int[] into) {
    int count = 0;
    while (waiting > 0 && count < into.length && (count == 0 || firstOfLevel[lowest] != LAST)) {
      into[count++] = take();
    }
    return count;
  }

  long bytes() {
    return (long) Integer.BYTES * (next.length + firstOfLevel.length);
  }
}
