package org.cfptrace.registry.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each address: {@code burst} at most, {@code perMinute} more every minute.
 * Of each bucket only the moment is kept at which it will be full again; a full one is forgotten.
 */
public final class Allowance {
  /**
   * Beyond so many, the address that has been silent longest is forgotten: memory stays bounded.
   */
  static final int MOST_ADDRESSES = 50_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long perToken;
  private final long perBucket;
  private final LongSupplier nanoseconds;
  private final Map<String, Long> fullAgainAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_ADDRESSES || eldest.getValue() - nanoseconds.getAsLong() <= 0;
        }
      };

  /**
   * Makes an allowance.
   *
   * @param nanoseconds a clock that never goes back, as {@link System#nanoTime}
   */
  public Allowance(int perMinute, int burst, LongSupplier nanoseconds) {
    if (perMinute < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "an allowance is at least 1 a minute and 1 at once, was " + perMinute + ", " + burst);
    }
    this.perToken = MINUTE / perMinute;
    this.perBucket = perToken * burst;
    this.nanoseconds = nanoseconds;
  }

  /**
   * Takes one token of {@code address}.
   *
   * @return zero, or how long until there is a token again, and then none was taken
   */
  public synchronized Duration take(String address) {
    long now = nanoseconds.getAsLong();
    Long full = fullAgainAt.get(address);
    long missing = full == null ? 0 : Math.max(0, full - now);
    long after = missing + perToken;
    if (after > perBucket) {
      return Duration.ofNanos(after - perBucket);
    }
    fullAgainAt.put(address, now + after);
    return Duration.ZERO;
  }

  synchronized int addresses() {
    return fullAgainAt.size();
  }
}
