package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.exchange.TestSurroundings.DeadlyPoints;
import org.cfptrace.connector.exchange.TestSurroundings.Death;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.PublicLog.StatusBit;
import org.cfptrace.exchange.wiring.LogBook;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.service.crash.CrashPoint;
import org.junit.jupiter.api.Test;

/**
 * What goes into the public log, from the first row to the last, with a death at each border on the
 * way: it gets there once, is told to the partner once, and what fell and what was exported as
 * well.
 */
class LogCrashesTest {
  private static final int OCCURRENCES = 3;

  private static final Set<CrashPoint> POINTS =
      EnumSet.of(
          CrashPoint.ANCHOR_BEFORE_CALL,
          CrashPoint.ANCHOR_AFTER_CALL,
          CrashPoint.ANCHOR_AFTER_COMMIT,
          CrashPoint.ANCHOR_ROW_BEFORE_COMMIT,
          CrashPoint.ANCHOR_ROW_AFTER_COMMIT,
          CrashPoint.FALLEN_BEFORE_CALL,
          CrashPoint.FALLEN_AFTER_CALL,
          CrashPoint.EXPORT_BEFORE_CALL,
          CrashPoint.EXPORT_AFTER_CALL,
          CrashPoint.EXPORT_ROW_BEFORE_COMMIT,
          CrashPoint.EXPORT_ROW_AFTER_COMMIT,
          CrashPoint.LOG_WATCH_BEFORE_COMMIT,
          CrashPoint.LOG_WATCH_AFTER_COMMIT);

  private static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.of(
              "log_entry", "recipient is null, log_index is not null, proof is not null",
              "log_fallen", "bit, told_at is not null",
              "log_export", "proof is not null",
              "alarm", "kind",
              "outbox", "type, seq"));

  @Test
  void everyDeathOnTheWayIntoTheLogIsMadeGood() {
    DeadlyPoints counting = new DeadlyPoints();
    List<String> undisturbed = story(counting);
    Map<CrashPoint, Integer> reached = counting.counts();
    assertThat(reached.keySet()).as("every crash point is reached").containsAll(POINTS);
    assertThat(undisturbed)
        .contains("log_entry (f,t,t)", "log_entry (t,t,t)", "log_fallen (RECALLED,t)")
        .contains("log_export (t)")
        .noneMatch(row -> row.startsWith("alarm"));
    assertThat(undisturbed).filteredOn(row -> row.contains("InclusionProof")).hasSize(1);

    for (CrashPoint point : POINTS) {
      for (int nth = 1; nth <= Math.min(OCCURRENCES, reached.getOrDefault(point, 0)); nth++) {
        DeadlyPoints deadly = new DeadlyPoints();
        deadly.dieAt(Map.of(point, nth));
        List<String> disturbed = story(deadly);
        assertThat(deadly.disarm()).as("%s, time %s, was never reached", point, nth).isEmpty();
        assertThat(disturbed).as("%s, time %s", point, nth).isEqualTo(undisturbed);
      }
    }
  }

  /** A declaration and an export go into the log, and the declaration falls. */
  private static List<String> story(DeadlyPoints points) {
    MovingClock clock = new MovingClock();
    DataSpace space = new DataSpace(clock);
    ListedBroker broker = new ListedBroker();
    Company mill = Company.found(space, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel", points);
    Company parts = Company.found(space, broker, clock, "bbbbbbbbbbbbbbbb", "Naka Parts");
    mill.becomePartnerOf(parts);
    DeclarationId declared = declare(mill, parts);
    LogBook book = mill.exchange().logBook().orElseThrow();
    book.exports().add(LogEntry.ofExport("an export of the story"), clock.instant());
    rounds(book, clock);
    mill.database()
        .doInNew(() -> book.entries().fell(declared, StatusBit.RECALLED, clock.instant()));
    rounds(book, clock);
    return rows(mill);
  }

  /** As many as it takes, also where one of them ends in death and its claims have to lapse. */
  private static void rounds(LogBook book, MovingClock clock) {
    for (int round = 0; round < 5; round++) {
      surviving(book::round);
      clock.advance(Duration.ofMinutes(2));
    }
  }

  private static void surviving(Runnable step) {
    try {
      step.run();
    } catch (Death dead) {
      // The next round is the next process's.
    }
  }

  private static DeclarationId declare(Company from, Company to) {
    TraceId steel = TraceId.random();
    OwnProduct own =
        OwnProduct.of(steel, DeclaredUnit.KILOGRAM)
            .withOwn(
                OwnEmissions.primary(
                    Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of("3"))));
    return from.database()
        .inNew(
            () ->
                from.declaring(own)
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(to.id()),
                            Optional.empty(),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)))));
  }

  private static List<String> rows(Company company) {
    List<String> rows = new ArrayList<>();
    ROWS.forEach(
        (table, columns) ->
            company
                .database()
                .sql()
                .list(
                    "select row(" + columns + ")::text as seen from " + table + " order by 1",
                    row -> row.text("seen"))
                .forEach(seen -> rows.add(table + " " + seen)));
    return rows;
  }
}
