package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.registry.TestOutsiders.FIRST_WITNESS;
import static org.cfptrace.registry.TestOutsiders.SECOND_WITNESS;
import static org.cfptrace.registry.TestOutsiders.STAMPS;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.registry.TestOutsiders.Manner;
import org.cfptrace.registry.log.CheckpointSigner;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.log.Shuffle;
import org.cfptrace.registry.log.TimestampAuthority;
import org.cfptrace.registry.log.Witnesses;
import org.cfptrace.registry.log.adapter.HttpTimestampAuthority;
import org.cfptrace.registry.log.adapter.HttpWitnesses;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.log.adapter.SqlLogStore;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Witnesses and a time-stamp authority that are silent, ahead, or wrong; over HTTP, as they are.
 */
class LogOutsidersTest {
  private static final NoteSigner KEY =
      NoteSigner.fresh(
          "registry.cfptrace.example/log", VerifierKey.Kind.ED25519, Randomness.secure());

  private static PlainDatabase plain;

  private final Randomness random = Randomness.secure();
  private final Clock clock = Clock.systemUTC();
  private final Transactions transactions = plain;
  private final LogQueue queue = new SqlLogQueue(new Sql(plain));
  private final LogStore store = new SqlLogStore(plain);
  private final TileSource tiles = name -> transactions.inNew(() -> store.tiles().read(name));

  private TestOutsiders outsiders;
  private HttpWitnesses witnesses;

  @BeforeAll
  static void start() {
    plain = PlainDatabase.start();
  }

  @AfterAll
  static void stop() {
    plain.close();
  }

  @BeforeEach
  void theyListenAndNobodyWrites() throws IOException {
    outsiders = new TestOutsiders(KEY.verifier());
    witnesses = outsiders.witnesses();
    transactions.doInNew(
        () -> new Sql(plain).update("UPDATE log_writer SET held_until = '1970-01-01T00:00:00Z'"));
  }

  @AfterEach
  void theyGo() {
    witnesses.close();
    outsiders.stop();
  }

  @Test
  void whileOneOfTwoWitnessesIsSilentTheCheckpointBeforeServes() {
    LogWriter writer = writer(witnesses, TimestampAuthority.none());
    handIn(3);
    writer.turn();
    LogStore.Published before = shown();
    assertThat(before.size()).isEqualTo(size());

    outsiders.now(SECOND_WITNESS, Manner.HANGS_UP);
    handIn(2);
    assertThat(writer.turn()).isTrue();

    assertThat(size()).isEqualTo(before.size() + 2);
    assertThat(shown()).isEqualTo(before);

    outsiders.now(SECOND_WITNESS, Manner.ANSWERS);
    writer.turn();

    assertThat(shown().size()).isEqualTo(size());
    assertThat(read(shown()).witnessed()).containsOnlyKeys("first.example", "second.example");
    assertThat(outsiders.answersOf(FIRST_WITNESS)).containsExactly(200, 200, 200);
    assertThat(outsiders.answersOf(SECOND_WITNESS)).containsExactly(200, 200);
  }

  @Test
  void aWitnessThatAnswersWithoutASignatureIsNoWitness() {
    LogWriter writer = writer(witnesses, TimestampAuthority.none());
    handIn(3);
    writer.turn();
    LogStore.Published before = shown();

    outsiders.now(SECOND_WITNESS, Manner.SAYS_NOTHING);
    handIn(2);
    writer.turn();
    assertThat(shown()).isEqualTo(before);

    outsiders.now(SECOND_WITNESS, Manner.ANSWERS);
    writer.turn();

    assertThat(shown().size()).isEqualTo(size());
    // It had not kept what it has not signed, whatever the log took from its answer.
    assertThat(outsiders.answersOf(SECOND_WITNESS)).containsExactly(200, 409, 200);
  }

  @Test
  void aLogThatHasForgottenWhereAWitnessIsGoesOnFromThere() {
    handIn(3);
    LogWriter before = writer(witnesses, TimestampAuthority.none());
    before.turn();
    before.stop();
    handIn(2);

    try (HttpWitnesses afterRestart = outsiders.witnesses()) {
      writer(afterRestart, TimestampAuthority.none()).turn();
    }

    assertThat(shown().size()).isEqualTo(size());
    assertThat(read(shown()).witnessed()).hasSize(2);
    assertThat(outsiders.answersOf(FIRST_WITNESS)).containsExactly(200, 409, 200);
    assertThat(outsiders.answersOf(SECOND_WITNESS)).containsExactly(200, 409, 200);
  }

  @Test
  void aLogThatHasLostItsEndFindsNoWitness() {
    LogWriter writer = writer(witnesses, TimestampAuthority.none());
    handIn(3);
    writer.turn();
    Checkpoint shorter = read(shown()).checkpoint();
    handIn(2);
    writer.turn();

    try (HttpWitnesses afterRestart = outsiders.witnesses()) {
      assertThat(signer(afterRestart, 1).sign(shorter, tiles)).isEmpty();
    }

    assertThat(outsiders.answersOf(FIRST_WITNESS)).containsExactly(200, 200, 409);
  }

  @Test
  void aWitnessWhoseSignatureDoesNotFitDoesNotSpoilTheOthers() {
    NoteSigner good = witness("good.example");
    NoteSigner wrong = witness("wrong.example");
    Checkpoint checkpoint = checkpointOf(3);
    Checkpoint another = checkpointOf(4);
    Witnesses both =
        (asks, proofFrom) ->
            List.of(
                wrong.cosign(KEY.sign(another), clock.instant()),
                good.cosign(KEY.sign(checkpoint), clock.instant()));
    List<VerifierKey> keys = List.of(wrong.verifier(), good.verifier());
    LogTrust either = LogTrust.of(KEY.verifier().name(), KEY.verifier(), keys, 1);
    LogTrust bothOfThem = LogTrust.of(KEY.verifier().name(), KEY.verifier(), keys, 2);

    Optional<String> note = new CheckpointSigner(KEY, either, both).sign(checkpoint, tiles);

    assertThat(either.witnessed(note.orElseThrow()).orElseThrow().witnessed())
        .containsOnlyKeys("good.example");
    assertThat(new CheckpointSigner(KEY, bothOfThem, both).sign(checkpoint, tiles)).isEmpty();
  }

  @Test
  void aTimeStampAuthorityThatAnswersNothingHoldsNothingUp() {
    HttpTimestampAuthority stamps = outsiders.stampAuthority();
    LogWriter writer = writer(witnesses, stamps);
    for (Manner silent : List.of(Manner.HANGS_UP, Manner.SAYS_NOTHING)) {
      outsiders.now(STAMPS, silent);
      handIn(3);

      assertThat(writer.turn()).as("%s", silent).isTrue();

      assertThat(shown().size()).isEqualTo(size());
      assertThat(transactions.inNew(store::newestStamp)).isEmpty();
    }

    outsiders.now(STAMPS, Manner.ANSWERS);
    writer.turn();

    LogStore.Stamped stamped = transactions.inNew(store::newestStamp).orElseThrow();
    assertThat(stamped.size()).isEqualTo(shown().size());
    assertThat(stamped.stamp().note()).isEqualTo(shown().note());
  }

  private static NoteSigner witness(String name) {
    return NoteSigner.fresh(name, VerifierKey.Kind.COSIGNATURE, Randomness.secure());
  }

  private Checkpoint checkpointOf(int size) {
    TreeWriter tree = TreeWriter.empty();
    for (int i = 0; i < size; i++) {
      tree.append(LogEntry.of(LogEntry.Kind.DECLARATION, random.bytes(32)).bytes());
    }
    return new Checkpoint(KEY.verifier().name(), tree.size(), tree.root());
  }

  private LogTrust trust(int quorum) {
    return LogTrust.of(KEY.verifier().name(), KEY.verifier(), outsiders.witnessKeys(), quorum);
  }

  private CheckpointSigner signer(Witnesses asked, int quorum) {
    return new CheckpointSigner(KEY, trust(quorum), asked);
  }

  private SignedCheckpoint read(LogStore.Published published) {
    return trust(2).witnessed(published.note()).orElseThrow();
  }

  private LogStore.Published shown() {
    return transactions.inNew(store::published).orElseThrow();
  }

  private long size() {
    return transactions.inNew(store::size);
  }

  private void handIn(int count) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(LogEntry.of(LogEntry.Kind.DECLARATION, random.bytes(32)));
    }
    transactions.doInNew(() -> queue.add(entries, Optional.of("aaaabbbbccccdddd")));
  }

  private LogWriter writer(Witnesses asked, TimestampAuthority stamps) {
    return new LogWriter(
        store,
        queue,
        signer(asked, 2),
        (list, version, asOf) -> "list " + version,
        stamps,
        transactions,
        clock,
        Shuffle.atRandom(),
        new LogWriter.Rhythm(
            Duration.ofMinutes(5), Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1), 256));
  }
}
