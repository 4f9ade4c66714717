package org.cfptrace.it.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times taken, and the one that so many of a hundred are not above. */
final class Latencies {
  private final List<Long> nanoseconds = new ArrayList<>();

  void add(long taken) {
    nanoseconds.add(taken);
  }

  void addAll(Latencies others) {
    nanoseconds.addAll(others.nanoseconds);
  }

  int count() {
    return nanoseconds.size();
  }

  /** In milliseconds; the nearest rank, so it is a time that was taken. */
  double percentile(int percent) {
    if (nanoseconds.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Long> sorted = new ArrayList<>(nanoseconds);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(1, rank) - 1) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p50 %7.1f ms   p99 %7.1f ms", percentile(50), percentile(99));
  }
}
