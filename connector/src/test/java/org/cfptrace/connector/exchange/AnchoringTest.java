package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.AnchorDeclarations;
import org.cfptrace.exchange.anchor.OwnEntries;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.PublicLog.StatusBit;
import org.cfptrace.exchange.anchor.SeenCheckpoints;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.exchange.anchor.WatchLog;
import org.cfptrace.exchange.anchor.adapter.SqlOwnEntries;
import org.cfptrace.exchange.anchor.adapter.SqlSeenCheckpoints;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.adapter.SqlOutbox;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.exchange.partner.adapter.SqlAlarms;
import org.cfptrace.exchange.partner.adapter.SqlPartners;
import org.cfptrace.exchange.partner.adapter.SqlThreads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.service.crash.CrashPoints;
import org.junit.jupiter.api.Test;

/** Rows of what is on its way into the log, while the log takes its time. */
class AnchoringTest {
  private static final ParticipantId ME =
      new ParticipantId("did:web:registry.cfptrace.example:participants:aaaaaaaaaaaaaaaa");

  private final MovingClock clock = new MovingClock();
  private final DataSpace space = new DataSpace(clock);
  private final PlainDatabase database = PlainDatabase.create();
  private final OwnEntries entries = new SqlOwnEntries(database.sql());
  private final SeenCheckpoints seen = new SqlSeenCheckpoints(database.sql());
  private final Alarms alarms = new SqlAlarms(database.sql());
  private final List<String> calls = new ArrayList<>();
  private Runnable whileTheLogIsAsked = () -> {};

  @Test
  void aRecallDoesNotWaitForTheLog() {
    SigningInput declared = declares();
    whileTheLogIsAsked =
        () ->
            database.doInNew(
                () -> {
                  database.sql().update("set local lock_timeout = '1s'");
                  entries.fell(declared.id(), StatusBit.RECALLED, clock.instant());
                  database
                      .sql()
                      .update(
                          "update log_entry set declared_at = declared_at"
                              + " where declaration_id = ?",
                          declared.id().value());
                });

    rounds(anchoring(declared));

    assertThat(calls).contains("submit", "inclusions", "setStatus");
    assertThat(space.log().toldOf(declared.id())).isEqualTo(Set.of(StatusBit.RECALLED));
  }

  @Test
  void nobodyElseClaimsWhatOneIsAskingAbout() {
    SigningInput declared = declares();
    AnchorDeclarations second = anchoring(declared);
    whileTheLogIsAsked =
        () -> {
          whileTheLogIsAsked = () -> {};
          int before = calls.size();
          second.round();
          assertThat(calls.subList(before, calls.size())).isEmpty();
        };

    anchoring(declared).round();

    assertThat(calls).contains("submit");
  }

  @Test
  void whatWasClaimedByOneThatIsGoneIsDoneByAnother() {
    SigningInput declared = declares();
    database.doInNew(
        () ->
            entries.claimUnplaced(
                clock.instant(), clock.instant().plus(Duration.ofMinutes(1)), 1000));
    AnchorDeclarations other = anchoring(declared);
    other.round();
    assertThat(calls).isEmpty();

    clock.advance(Duration.ofSeconds(61));
    rounds(other);

    assertThat(entries.proofOf(declared.id())).isPresent();
  }

  @Test
  void oneReadingOfTheLogProvesThemAll() {
    SigningInput[] declared = new SigningInput[20];
    for (int i = 0; i < declared.length; i++) {
      declared[i] = declares();
    }

    rounds(anchoring(declared));

    assertThat(entries.unproven()).isZero();
    assertThat(calls).filteredOn("inclusions"::equals).hasSize(1);
  }

  @Test
  void checkpointsThatNeverSettleDoNotHideNewerOnes() {
    Instant now = clock.instant();
    for (int size = 1; size <= 3; size++) {
      database
          .sql()
          .update(
              "insert into log_checkpoint (size, root, note, shown_by, state, seen_at, due_at,"
                  + " attempts) values (?, 'root', 'note', ?, 'PENDING', ?, ?, 0)",
              size,
              ME.toString(),
              now,
              now);
    }
    Instant until = now.plus(Duration.ofMinutes(1));
    assertThat(database.inNew(() -> seen.claimPending(now, until, 2))).hasSize(2);

    assertThat(database.inNew(() -> seen.claimPending(now, until, 2))).hasSize(1);
    assertThat(database.inNew(() -> seen.claimPending(now, until, 2))).isEmpty();
  }

  private void rounds(AnchorDeclarations anchoring) {
    for (int second = 0; second < 5; second++) {
      anchoring.round();
      clock.advance(Duration.ofSeconds(61));
    }
  }

  private SigningInput declares() {
    SigningInput declared = new SigningInput("header." + TraceId.random());
    database.doInNew(
        () -> entries.add(declared.id(), Optional.empty(), TraceId.random(), clock.instant()));
    return declared;
  }

  private AnchorDeclarations anchoring(SigningInput... declared) {
    PublicLog log = slow(space.logFor(ME));
    return new AnchorDeclarations(
        ME,
        entries,
        id -> find(id, declared),
        log,
        space.log().trust(),
        new WatchLog(ME, space.log().trust(), log, seen, other -> {}, alarms, database, clock),
        alarms,
        new SqlPartners(database.sql()),
        new SqlThreads(database.sql()),
        new PostMessage(
            ME,
            SigningKey.generate(),
            new SqlOutbox(database.sql(), database),
            clock,
            Randomness.secure()),
        database,
        CrashPoints.NONE,
        clock);
  }

  private static Optional<SigningInput> find(DeclarationId id, SigningInput... declared) {
    for (SigningInput each : declared) {
      if (each.id().equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** A log during whose answers something else happens. */
  private PublicLog slow(PublicLog log) {
    return (PublicLog)
        Proxy.newProxyInstance(
            AnchoringTest.class.getClassLoader(),
            new Class<?>[] {PublicLog.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              whileTheLogIsAsked.run();
              try {
                return method.invoke(log, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
