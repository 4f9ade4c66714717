package org.cfptrace.aggregator.rollup;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cfptrace.footprint.TraceId;

/** The products whose totals a settling changed, parts before what they are parts of. */
public final class ChangedProducts {
  private long[] ids = new long[16];
  private int size;

  ChangedProducts() {}

  void add(long high, long low) {
    if (2 * size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * ids.length);
    }
    ids[2 * size] = high;
    ids[2 * size + 1] = low;
    size++;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Stream<TraceId> stream() {
    return IntStream.range(0, size)
        .mapToObj(i -> new TraceId(new UUID(ids[2 * i], ids[2 * i + 1])));
  }
}
