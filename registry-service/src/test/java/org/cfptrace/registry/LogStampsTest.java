package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.registry.log.CheckpointSigner;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.log.Shuffle;
import org.cfptrace.registry.log.Witnesses;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.log.adapter.SqlLogStore;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log is stamped once a day: the hours pass, and the writer has a turn in each. */
class LogStampsTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-27T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final NoteSigner KEY =
      NoteSigner.fresh(
          "registry.cfptrace.example/log", VerifierKey.Kind.ED25519, Randomness.secure());

  private final PlainDatabase database = PlainDatabase.start();
  private final Randomness random = Randomness.secure();
  private final LogQueue queue = new SqlLogQueue(new Sql(database));
  private final LogStore store = new SqlLogStore(database);
  private final Hours clock = new Hours();
  private final List<Integer> asked = new ArrayList<>();
  private boolean isAuthorityAway;

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void oneStampADayHoweverMuchComesIn() {
    LogWriter writer = writer(DAY);

    for (int hour = 0; hour <= 72; hour++) {
      passTo(hour, writer, 2);
    }

    assertThat(stampedAt()).containsExactly(0, 24, 48, 72);
    assertThat(asked).as("the authority is asked no more often").containsExactly(0, 24, 48, 72);
  }

  @Test
  void eachStampIsOverTheNewestCheckpointOfItsHour() {
    LogWriter writer = writer(DAY);

    for (int hour = 0; hour <= 24; hour++) {
      passTo(hour, writer, 1);
    }

    LogStore.Published shown = database.inNew(store::published).orElseThrow();
    LogStore.Stamped newest = database.inNew(store::newestStamp).orElseThrow();
    assertThat(newest.stamp().note()).isEqualTo(shown.note());
    assertThat(newest.size()).isEqualTo(shown.size());
  }

  @Test
  void nothingNewIsNotStampedAgainAndSomethingNewIsAtOnce() {
    LogWriter writer = writer(Duration.ofHours(1));
    passTo(0, writer, 3);

    for (int hour = 1; hour <= 20; hour++) {
      passTo(hour, writer, 0);
    }
    assertThat(stampedAt()).containsExactly(0);

    passTo(21, writer, 1);
    assertThat(stampedAt()).containsExactly(0, 21);
  }

  @Test
  void aDayWithoutTheAuthorityIsMadeUpForAsSoonAsItIsBack() {
    LogWriter writer = writer(DAY);
    for (int hour = 0; hour <= 20; hour++) {
      passTo(hour, writer, 1);
    }

    isAuthorityAway = true;
    for (int hour = 21; hour <= 46; hour++) {
      passTo(hour, writer, 1);
    }
    assertThat(stampedAt()).containsExactly(0);
    assertThat(asked).as("asked again at each turn since it was due").hasSize(1 + 46 - 23);
    isAuthorityAway = false;
    for (int hour = 47; hour <= 71; hour++) {
      passTo(hour, writer, 1);
    }

    assertThat(stampedAt()).containsExactly(0, 47, 71);
    LogStore.Stamped madeUp = database.inNew(() -> store.stamps(0, 100)).get(1);
    assertThat(madeUp.size())
        .as("with all that came in on the day without a stamp")
        .isGreaterThanOrEqualTo(48);
  }

  /** The writer's turn in this hour, with so many entries handed in before. */
  private void passTo(int hour, LogWriter writer, int entries) {
    clock.now = MIDNIGHT.plus(Duration.ofHours(hour));
    List<LogEntry> handedIn = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      handedIn.add(LogEntry.of(LogEntry.Kind.DECLARATION, random.bytes(32)));
    }
    if (!handedIn.isEmpty()) {
      database.doInNew(() -> queue.add(handedIn, Optional.of("aaaabbbbccccdddd")));
    }
    assertThat(writer.turn()).isTrue();
  }

  private List<Integer> stampedAt() {
    return database.inNew(() -> store.stamps(0, 100)).stream()
        .map(stamped -> hourOf(stamped.at()))
        .toList();
  }

  private static int hourOf(Instant time) {
    return Math.toIntExact(Duration.between(MIDNIGHT, time).toHours());
  }

  private Optional<Timestamp> stamp(String note) {
    asked.add(hourOf(clock.instant()));
    return isAuthorityAway ? Optional.empty() : Optional.of(new Timestamp(note, new byte[] {1}));
  }

  private LogWriter writer(Duration stampEvery) {
    LogTrust trust = LogTrust.of(KEY.verifier().name(), KEY.verifier(), List.of(), 1);
    return new LogWriter(
        store,
        queue,
        new CheckpointSigner(KEY, trust, Witnesses.none()),
        (list, version, asOf) -> "list " + version,
        this::stamp,
        database,
        clock,
        Shuffle.atRandom(),
        new LogWriter.Rhythm(Duration.ofMinutes(5), Duration.ZERO, DAY, stampEvery, 256));
  }

  /** A clock that stands until it is set. */
  private static final class Hours extends Clock {
    private Instant now = MIDNIGHT;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
