package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.log.LogEntry;

/**
 * Where the log holds what the registry itself has said: directory records and status lists. All
 * entries are read, once each, from the public bundles: so the registry does not learn whom an
 * auditor asks about. Nothing of it is believed; a proof shows later whether a place is the right
 * one.
 */
final class RegistryEntries {
  private final PublicLog log;
  private final Map<LogEntry, Long> places = new HashMap<>();
  private long read;

  RegistryEntries(PublicLog log) {
    this.log = requireNonNull(log, "log");
  }

  /**
   * The place of an entry in the tree of that size; empty while it has none.
   *
   * @throws PublicLog.LogAwayException when the log cannot be read to its end
   */
  synchronized Optional<Long> place(LogEntry entry, long size) {
    while (read < size) {
      List<LogEntry> next = log.entries(read, size);
      for (LogEntry each : next) {
        keep(each);
      }
    }
    return Optional.ofNullable(places.get(entry)).filter(place -> place < size);
  }

  private void keep(LogEntry entry) {
    if (entry.kind() == LogEntry.Kind.REGISTRY_EVENT || entry.kind() == LogEntry.Kind.STATUS_LIST) {
      places.putIfAbsent(entry, read);
    }
    read++;
  }

  /** Reads everything again next time: the log has shown something else than it has signed. */
  synchronized void forget() {
    places.clear();
    read = 0;
  }
}
