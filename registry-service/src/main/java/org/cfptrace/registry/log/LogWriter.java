package org.cfptrace.registry.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.registry.log.LogStore.Listed;
import org.cfptrace.registry.log.LogStore.Published;
import org.cfptrace.registry.log.LogStore.Waiting;
import org.cfptrace.service.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. Any number of instances try at each turn; whoever holds the lease appends what
 * waits, then shows a checkpoint when one is due. Entries and tiles are committed together before a
 * checkpoint over them is signed, so that a crash at any moment leaves a log to go on from.
 */
public final class LogWriter {
  /** How the writer works. */
  public record Rhythm(
      Duration lease,
      Duration checkpointEvery,
      Duration listEvery,
      Duration stampEvery,
      int batch) {}

  private static final Duration LIST_AT_LEAST_EVERY = Duration.ofHours(24);

  // So that a turn that comes a little early does not leave the checkpoint to the turn after next.
  private static final Duration GRACE = Duration.ofMillis(200);

  private final UUID me = UUID.randomUUID();
  private final LogStore store;
  private final LogQueue queue;
  private final CheckpointSigner signer;
  private final StatusSigner statusSigner;
  private final TimestampAuthority stamps;
  private final Transactions transactions;
  private final Clock clock;
  private final Shuffle shuffle;
  private final Rhythm rhythm;
  private long fence = -1;
  private @Nullable TreeWriter tree;

  /** Signs a status list as the registry. */
  @FunctionalInterface
  public interface StatusSigner {
    String sign(StatusList list, long version, Instant asOf);
  }

  public LogWriter(
      LogStore store,
      LogQueue queue,
      CheckpointSigner signer,
      StatusSigner statusSigner,
      TimestampAuthority stamps,
      Transactions transactions,
      Clock clock,
      Shuffle shuffle,
      Rhythm rhythm) {
    this.store = store;
    this.queue = queue;
    this.signer = signer;
    this.statusSigner = statusSigner;
    this.stamps = stamps;
    this.transactions = transactions;
    this.clock = clock;
    this.shuffle = shuffle;
    this.rhythm = rhythm;
  }

  /** One turn; returns whether we are the writer. */
  public synchronized boolean turn() {
    if (!holdsLease()) {
      tree = null;
      return false;
    }
    try {
      listStatus();
      while (append() == rhythm.batch() && holdsLease()) {
        // The next batch.
      }
      showCheckpoint();
      stamp();
      return true;
    } catch (LogStore.LeaseLost e) {
      tree = null;
      return false;
    } catch (RuntimeException e) {
      // The tree in memory may be ahead of what was kept.
      tree = null;
      throw e;
    }
  }

  /** Lets another instance go on at once. */
  public synchronized void stop() {
    tree = null;
    transactions.doInNew(() -> store.release(me));
  }

  private boolean holdsLease() {
    Optional<Long> held = transactions.inNew(() -> store.lease(me, rhythm.lease()));
    if (held.isEmpty()) {
      return false;
    }
    if (held.get() != fence) {
      fence = held.get();
      tree = null;
    }
    return true;
  }

  private TreeWriter tree() {
    if (tree == null) {
      tree = TreeWriter.resume(store.size(), store.tiles());
    }
    return tree;
  }

  /** Appends one batch; returns how many entries were taken. */
  private int append() {
    return transactions.inNew(
        () -> {
          store.requireLease(fence);
          List<Waiting> batch = new ArrayList<>(store.take(rhythm.batch()));
          if (!batch.isEmpty()) {
            shuffle.shuffle(batch);
            TreeWriter writer = tree();
            long first = writer.size();
            batch.forEach(waiting -> writer.append(waiting.entry().bytes()));
            store.place(first, batch);
            store.write(writer.drain(), writer.size());
          }
          return batch.size();
        });
  }

  private void showCheckpoint() {
    TreeWriter writer = transactions.inNew(this::tree);
    Optional<Published> shown = transactions.inNew(store::published);
    boolean isDue =
        shown.isEmpty()
            || (shown.get().size() < writer.size()
                && !clock
                    .instant()
                    .isBefore(shown.get().at().plus(rhythm.checkpointEvery()).minus(GRACE)));
    if (isDue) {
      Checkpoint checkpoint = new Checkpoint(signer.origin(), writer.size(), writer.root());
      // Outside a transaction: witnesses may take their time. That we still hold the lease is
      // looked
      // at when it is kept; and whoever holds it, the log is this one, which only grows.
      signer
          .sign(checkpoint, inTransaction())
          .ifPresent(note -> publish(new Published(writer.size(), note, clock.instant())));
    }
  }

  private org.cfptrace.log.TileSource inTransaction() {
    return name -> transactions.inNew(() -> store.tiles().read(name));
  }

  private void publish(Published checkpoint) {
    transactions.doInNew(
        () -> {
          store.requireLease(fence);
          store.publish(checkpoint);
        });
  }

  /**
   * Makes a new status list when a bit was set, when the log has entries that the newest list does
   * not speak of, and at least once a day.
   */
  private void listStatus() {
    transactions.doInNew(
        () -> {
          store.requireLease(fence);
          Optional<Listed> newest = store.statusList();
          Optional<Long> changes = store.unlistedChanges();
          var now = clock.instant();
          if (changes.isPresent() || newest.isEmpty() || isOutdated(newest.get(), now)) {
            long version = newest.map(list -> list.version() + 1).orElse(1L);
            StatusList status = store.status();
            String token = statusSigner.sign(status, version, now);
            store.keep(new Listed(version, status.size(), token, now), changes);
            queue.add(List.of(LogEntry.ofStatusList(token)), Optional.empty());
          }
        });
  }

  private boolean isOutdated(Listed newest, Instant now) {
    boolean mayBeShort = !newest.at().plus(rhythm.listEvery()).isAfter(now);
    return !newest.at().plus(LIST_AT_LEAST_EVERY).isAfter(now)
        || (mayBeShort && store.hasStatusBeyond(newest.size()));
  }

  private void stamp() {
    Optional<Published> shown = transactions.inNew(store::published);
    var newest = transactions.inNew(store::newestStamp);
    var now = clock.instant();
    boolean isDue =
        shown.isPresent()
            && newest
                .filter(
                    stamped ->
                        stamped.size() == shown.get().size()
                            || stamped.at().plus(rhythm.stampEvery()).isAfter(now))
                .isEmpty();
    if (isDue) {
      stamps
          .stamp(shown.get().note())
          .ifPresent(
              stamp ->
                  transactions.doInNew(
                      () -> {
                        store.requireLease(fence);
                        store.keep(stamp, shown.get().size(), now);
                      }));
    }
  }
}
