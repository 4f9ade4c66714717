package org.cfptrace.registry.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeWriter;

/** The log as it is kept, with the lease of its one writer. */
public interface LogStore {
  /**
   * Takes the lease, or keeps it; empty while another holds it.
   *
   * @return the fence: higher for each new holder
   */
  Optional<Long> lease(UUID holder, Duration length);

  /** Gives the lease back, so that another can go on at once. */
  void release(UUID holder);

  /**
   * Keeps others from taking the lease until the transaction ends.
   *
   * @throws LeaseLost when another took it before
   */
  void requireLease(long fence);

  /** How many entries have their place. */
  long size();

  /** All that was ever written, also what no checkpoint covers yet. */
  TileSource tiles();

  /** Takes those that have waited longest. */
  List<Waiting> take(int most);

  /** Gives entries their places, from {@code first} on. */
  void place(long first, List<Waiting> entries);

  /** Writes tiles, and how far the log reaches with them. */
  void write(List<TreeWriter.Tile> tiles, long size);

  /** The newest checkpoint shown. */
  Optional<Published> published();

  void publish(Published checkpoint);

  /** The signed status list shown. */
  Optional<Listed> statusList();

  /**
   * Whether an entry whose state may change, which a status list itself has not, has this place or
   * a later one.
   */
  boolean hasStatusBeyond(long place);

  /** Whether bits were set since the newest list; the count to hand to {@link #keep}. */
  Optional<Long> unlistedChanges();

  /** All bits set, over the entries placed. */
  StatusList status();

  /** Keeps a list that holds all changes up to {@code changes}. */
  void keep(Listed list, Optional<Long> changes);

  /** When the newest stamp was made, and over how many entries. */
  Optional<Stamped> newestStamp();

  void keep(Timestamp stamp, long size, Instant at);

  /** Stamps over checkpoints of at least so many entries, oldest first. */
  List<Stamped> stamps(long size, int most);

  /** Checkpoints on their way to the topic, in order, claimed until the transaction ends. */
  List<Published> unsent(int most);

  void sent(List<Long> sizes, Instant at);

  /** Another instance writes the log now. */
  final class LeaseLost extends RuntimeException {
    public LeaseLost(long fence) {
      super("another instance has taken the lease from fence " + fence);
    }
  }

  /** An entry that waits. */
  record Waiting(long number, LogEntry entry, boolean hasStatus) {}

  /** A checkpoint as it is shown. */
  record Published(long size, String note, Instant at) {}

  /** A version of the status list. */
  record Listed(long version, long size, String token, Instant at) {}

  /** A stamp over a checkpoint. */
  record Stamped(long size, Timestamp stamp, Instant at) {}
}
