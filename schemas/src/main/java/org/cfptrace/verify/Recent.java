package org.cfptrace.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was worked out lately, so that it is not done twice; the longest unused makes room. */
final class Recent<K, V> {
  private final Map<K, V> entries;

  Recent(int most) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void keep(K key, V value) {
    entries.put(key, value);
  }
}
