package org.cfptrace.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The notes that were found good last, whole and by every byte: one that differs anywhere is
 * another. Bounded, so that nobody fills our memory with good old notes.
 */
final class GoodNotes {
  private static final int MOST = 64;

  private final Map<String, SignedCheckpoint> latestLast = new LinkedHashMap<>();

  synchronized Optional<SignedCheckpoint> find(String note) {
    return Optional.ofNullable(latestLast.get(note));
  }

  synchronized void keep(String note, SignedCheckpoint checkpoint) {
    latestLast.put(note, checkpoint);
    if (latestLast.size() > MOST) {
      latestLast.remove(latestLast.keySet().iterator().next());
    }
  }
}
