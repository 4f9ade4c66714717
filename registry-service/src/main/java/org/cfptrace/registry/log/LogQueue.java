package org.cfptrace.registry.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.log.LogEntry;

/** What was handed in: first it waits, then it has its place in the log. */
public interface LogQueue {
  /**
   * Hands in entries; those that are there already stay as they are, with who brought them first.
   *
   * @param submitter a participant, or nobody for what the registry itself has to say
   */
  void add(Collection<LogEntry> entries, Optional<String> submitter);

  /** The places of those entries that have one. */
  Map<LogEntry, Long> places(Collection<LogEntry> entries);

  /** What is known of an entry, which nobody else changes until the transaction ends. */
  Optional<Standing> find(LogEntry entry);

  /** Sets bits of an entry, waiting or placed; what is set stays set. */
  void mark(LogEntry entry, boolean superseded, boolean recalled);

  /** How many wait for their place. */
  long waiting();

  /** Entries from one place on, at most so many: for bundles. */
  List<byte[]> entries(long from, int most);

  /** One entry, with who brought it first. */
  record Standing(
      LogEntry entry,
      Optional<String> submitter,
      Optional<Long> place,
      boolean superseded,
      boolean recalled) {}
}
