package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.registry.log.CheckpointSigner;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.log.Shuffle;
import org.cfptrace.registry.log.TimestampAuthority;
import org.cfptrace.registry.log.Witnesses;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.log.adapter.SqlLogStore;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that share the log: one writes, another goes on, and no place is given twice. */
class LogWritersTest {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static PlainDatabase plain;
  private static final NoteSigner KEY =
      NoteSigner.fresh(
          "registry.cfptrace.example/log", VerifierKey.Kind.ED25519, Randomness.secure());

  private final DataSource database = plain;
  private final Transactions transactions = plain;
  private final Clock clock = Clock.systemUTC();
  private final LogQueue queue = new SqlLogQueue(new Sql(plain));
  private final LogStore store = new SqlLogStore(plain);
  private final CheckpointSigner signer =
      new CheckpointSigner(
          KEY, LogTrust.of(KEY.verifier().name(), KEY.verifier(), List.of(), 1), Witnesses.none());

  @BeforeAll
  static void start() {
    plain = PlainDatabase.start();
  }

  @AfterAll
  static void stop() {
    plain.close();
  }

  private final Randomness random = Randomness.secure();

  @BeforeEach
  void nobodyWrites() {
    theWriterFallsSilent();
    LogWriter any = writer(store);
    do {
      any.turn();
    } while (waiting() > 0);
    any.stop();
  }

  /** As if the lease had run out. */
  private void theWriterFallsSilent() {
    transactions.doInNew(
        () ->
            new Sql(database).update("UPDATE log_writer SET held_until = '1970-01-01T00:00:00Z'"));
  }

  @Test
  void oneWritesAndTheOtherGoesOnWhenItFallsSilent() {
    LogWriter first = writer(store);
    LogWriter second = writer(store);
    handIn(10);

    assertThat(first.turn()).isTrue();
    assertThat(second.turn()).isFalse();
    handIn(10);
    theWriterFallsSilent();
    assertThat(second.turn()).isTrue();

    assertThat(first.turn()).isFalse();
    assertWhole();
  }

  @Test
  void aWriterThatStopsLetsTheOtherGoOnAtOnce() {
    LogWriter first = writer(store);
    LogWriter second = writer(store);
    assertThat(first.turn()).isTrue();
    assertThat(second.turn()).isFalse();

    first.stop();

    assertThat(second.turn()).isTrue();
    second.stop();
  }

  @Test
  void aCrashBetweenTilesAndCheckpointLosesNothing() {
    handIn(600);
    LogWriter crashing =
        writer(
            new SqlLogStore(database) {
              @Override
              public void publish(Published checkpoint) {
                throw new IllegalStateException("the power went off");
              }
            });
    long before = size();
    assertThatThrownBy(crashing::turn).hasMessageContaining("power");
    assertThat(size()).isEqualTo(before + 600);

    handIn(5);
    theWriterFallsSilent();
    LogWriter next = writer(store);
    assertThat(next.turn()).isTrue();

    assertThat(size()).isGreaterThanOrEqualTo(before + 605);
    assertThat(shown().size()).isEqualTo(size());
    assertWhole();
  }

  @Test
  void aCrashBeforeTheTilesAreCommittedTakesTheEntriesBack() {
    handIn(300);
    long before = size();
    AtomicInteger crashes = new AtomicInteger(1);
    LogWriter crashing =
        writer(
            new SqlLogStore(database) {
              @Override
              public void write(List<org.cfptrace.log.TreeWriter.Tile> tiles, long size) {
                super.write(tiles, size);
                if (crashes.getAndDecrement() > 0) {
                  throw new IllegalStateException("the power went off");
                }
              }
            });
    assertThatThrownBy(crashing::turn).hasMessageContaining("power");
    assertThat(size()).isEqualTo(before);

    // The very same instance goes on, from what was kept and not from what it had in memory.
    assertThat(crashing.turn()).isTrue();

    assertThat(size()).isEqualTo(before + 300);
    assertWhole();
  }

  @Test
  void aWriterWhoseLeaseWasTakenWritesNothingMore() {
    handIn(3);
    LogWriter[] second = new LogWriter[1];
    // While it has paused, after it made sure of its lease, the other takes over.
    LogStore pausing =
        new SqlLogStore(database) {
          @Override
          public void requireLease(long fence) {
            if (second[0] == null) {
              second[0] = writer(store);
              theWriterFallsSilent();
              assertThat(second[0].turn()).isTrue();
            }
            super.requireLease(fence);
          }
        };
    LogWriter first = writer(pausing);

    assertThat(first.turn()).isFalse();

    assertThat(waiting()).isZero();
    assertWhole();
  }

  @Test
  void manyWritersAtOnceGiveEachEntryOnePlace() throws Exception {
    long before = size();
    CountDownLatch start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(4);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      LogWriter writer = writer(store, Duration.ofMillis(20));
      work.add(
          threads.submit(
              () -> {
                start.await();
                for (int turn = 0; turn < 60; turn++) {
                  writer.turn();
                }
                return 0;
              }));
      work.add(
          threads.submit(
              () -> {
                start.await();
                for (int turn = 0; turn < 20; turn++) {
                  handIn(25);
                }
                return 0;
              }));
    }
    start.countDown();
    for (var one : work) {
      one.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    nobodyWrites();

    assertThat(size()).isEqualTo(before + 1000);
    assertWhole();
  }

  @Test
  void neighboursInTheLogAreNotWhatCameTogether() {
    List<LogEntry> together = entries(200);
    long before = size();
    transactions.doInNew(() -> queue.add(together, Optional.of("aaaabbbbccccdddd")));
    writer(store).turn();

    var places = transactions.inNew(() -> queue.places(together));

    List<Long> inOrder =
        together.stream()
            .sorted(java.util.Comparator.comparing(LogEntry::toString))
            .map(places::get)
            .toList();
    assertThat(inOrder).allMatch(place -> place >= before && place < before + 201);
    assertThat(inOrder).isNotEqualTo(inOrder.stream().sorted().toList());
  }

  @Test
  void anEntryHandedInByTwoAtOnceBelongsToTheFirstAndHasOnePlace() throws Exception {
    List<LogEntry> one = entries(50);
    long before = size();
    var threads = Executors.newFixedThreadPool(4);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Optional<String> who = Optional.of(i % 2 == 0 ? "aaaabbbbccccdddd" : "eeeeffffgggghhhh");
      calls.add(threads.submit(() -> transactions.doInNew(() -> queue.add(one, who))));
    }
    for (var call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }
    threads.shutdown();
    nobodyWrites();

    assertThat(size()).isEqualTo(before + 50);
    for (LogEntry entry : one) {
      assertThat(transactions.inNew(() -> queue.find(entry)).flatMap(LogQueue.Standing::submitter))
          .hasValueSatisfying(who -> assertThat(who).isIn("aaaabbbbccccdddd", "eeeeffffgggghhhh"));
    }
    assertWhole();
  }

  /** What is kept makes the root that was signed, with every place taken once. */
  @Test
  void aStatusListIsMadeWhenTheLogHasGrownAndNotForItself() {
    LogWriter writer = writer(store, LEASE, Duration.ZERO);
    handIn(5);
    writer.turn();
    long withEntries = size();

    writer.turn();

    LogStore.Listed list = transactions.inNew(store::statusList).orElseThrow();
    assertThat(list.size()).isEqualTo(withEntries);
    writer.turn();
    writer.turn();
    assertThat(transactions.inNew(store::statusList)).contains(list);
    assertThat(size()).isEqualTo(withEntries + 1);
  }

  private void assertWhole() {
    transactions.doInNew(
        () -> {
          long size = store.size();
          assertThat(new Sql(database).number("SELECT count(*) FROM log_place")).isEqualTo(size);
          assertThat(new Sql(database).number("SELECT coalesce(max(place), -1) FROM log_place"))
              .isEqualTo(size - 1);
          Checkpoint shown = shown();
          assertThat(new Tiles(store.tiles(), shown.size()).root()).isEqualTo(shown.root());
          Tiles tiles = new Tiles(store.tiles(), size);
          List<byte[]> entries = queue.entries(0, (int) size);
          for (int i = 0; i < entries.size(); i++) {
            assertThat(tiles.leaf(i)).isEqualTo(LogEntry.parse(entries.get(i)).leaf());
          }
        });
  }

  private Checkpoint shown() {
    return transactions.inNew(
        () ->
            Checkpoint.parse(
                org.cfptrace.log.SignedNote.parse(store.published().orElseThrow().note()).text()));
  }

  private void handIn(int count) {
    List<LogEntry> entries = entries(count);
    transactions.doInNew(() -> queue.add(entries, Optional.of("aaaabbbbccccdddd")));
  }

  private List<LogEntry> entries(int count) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(LogEntry.of(LogEntry.Kind.DECLARATION, random.bytes(32)));
    }
    return entries;
  }

  private long size() {
    return transactions.inNew(store::size);
  }

  private long waiting() {
    return transactions.inNew(queue::waiting);
  }

  private LogWriter writer(LogStore on) {
    return writer(on, LEASE);
  }

  private LogWriter writer(LogStore on, Duration lease) {
    return writer(on, lease, Duration.ofDays(1));
  }

  private LogWriter writer(LogStore on, Duration lease, Duration listEvery) {
    return new LogWriter(
        on,
        queue,
        signer,
        (list, version, asOf) -> "list " + version,
        TimestampAuthority.none(),
        transactions,
        clock,
        Shuffle.atRandom(),
        new LogWriter.Rhythm(lease, Duration.ZERO, listEvery, Duration.ofDays(1), 256));
  }
}
