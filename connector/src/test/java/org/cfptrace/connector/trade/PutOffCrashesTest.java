package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.exchange.ComparedRows;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.DatabaseFailure;
import org.junit.jupiter.api.Test;

/**
 * Work that goes wrong is put off, and the process dies as that is kept: before it is, so that the
 * next process stumbles over the same, or behind it. In the end every table says what it says when
 * nobody has died, and on the way each thing was put off once, for as long.
 */
class PutOffCrashesTest {
  private static final Duration UNTIL_ALL_IS_DUE_AGAIN = Duration.ofMinutes(1);

  /** An answer and an audit are tried so often before they are given up, within some minutes. */
  private static final int ATTEMPTS = 5;

  private static final int MINUTES_UNTIL_BOTH_ARE_GIVEN_UP = 24;

  private static final String SHOWN_BY_OURSELVES = "new.side = 'OWNER' and new.outcome = 'SHOWN'";

  private static final Set<CrashPoint> BEFORE_COMMIT =
      EnumSet.of(
          CrashPoint.RECOMPUTE_PUT_OFF_BEFORE_COMMIT,
          CrashPoint.AUDIT_ANSWER_PUT_OFF_BEFORE_COMMIT,
          CrashPoint.AUDIT_STEP_PUT_OFF_BEFORE_COMMIT);
  private static final Set<CrashPoint> AFTER_COMMIT =
      EnumSet.of(
          CrashPoint.RECOMPUTE_PUT_OFF_AFTER_COMMIT,
          CrashPoint.AUDIT_ANSWER_PUT_OFF_AFTER_COMMIT,
          CrashPoint.AUDIT_STEP_PUT_OFF_AFTER_COMMIT);

  @Test
  void everyDeathAtAPutOffIsMadeGood() {
    DyingOnceEach nobodyDies = new DyingOnceEach(Map.of());
    List<String> undisturbed = workIsTakenUpAgain(nobodyDies);
    assertThat(nobodyDies.counts.keySet())
        .as("every put-off's crash points are reached")
        .containsExactlyInAnyOrderElementsOf(CrashPoint.OF_PUT_OFFS);
    assertThat(undisturbed)
        .contains(
            "stale_product (1,00:00:00.25)",
            "audit_hop (NEW,00:00:02)",
            "audit_request (ACCEPTED,1,00:00:13)",
            "audit (RUNNING,1,00:00:13)")
        .contains("Mori Assurance audit (DONE,VERIFIED,100,auditor)");

    // An audit's steps are put off twice: as it asks, and as it concludes.
    for (int nth = 1; nth <= Collections.max(nobodyDies.counts.values()); nth++) {
      for (Set<CrashPoint> points : List.of(BEFORE_COMMIT, AFTER_COMMIT)) {
        Map<CrashPoint, Integer> deadly = new EnumMap<>(CrashPoint.class);
        for (CrashPoint point : points) {
          if (nobodyDies.counts.get(point) >= nth) {
            deadly.put(point, nth);
          }
        }
        isMadeGood(deadly, PutOffCrashesTest::workIsTakenUpAgain, undisturbed);
      }
    }
  }

  @Test
  void everyDeathAsWorkIsGivenUpIsMadeGood() {
    List<String> undisturbed = workIsGivenUp(new DyingOnceEach(Map.of()));
    assertThat(undisturbed)
        .contains("audit_request (REFUSED,5)", "audit (FAILED,5)")
        .filteredOn(row -> row.contains("AUDIT_NOT_ANSWERED"))
        .hasSize(1);

    isMadeGood(
        Map.of(
            CrashPoint.AUDIT_ANSWER_PUT_OFF_BEFORE_COMMIT, ATTEMPTS,
            CrashPoint.AUDIT_STEP_PUT_OFF_BEFORE_COMMIT, ATTEMPTS),
        PutOffCrashesTest::workIsGivenUp,
        undisturbed);
    isMadeGood(
        Map.of(
            CrashPoint.AUDIT_ANSWER_PUT_OFF_AFTER_COMMIT, ATTEMPTS,
            CrashPoint.AUDIT_STEP_PUT_OFF_AFTER_COMMIT, ATTEMPTS),
        PutOffCrashesTest::workIsGivenUp,
        undisturbed);
  }

  private static void isMadeGood(
      Map<CrashPoint, Integer> deadly,
      Function<CrashPoints, List<String>> story,
      List<String> undisturbed) {
    DyingOnceEach dying = new DyingOnceEach(deadly);
    List<String> disturbed = story.apply(dying);
    assertThat(dying.survived.keySet()).as("of %s, never reached", deadly).isEmpty();
    assertThat(disturbed).as("%s", deadly).isEqualTo(undisturbed);
  }

  /** A product is worked out, an auditor asks, is answered and concludes: each the second time. */
  private static List<String> workIsTakenUpAgain(CrashPoints points) {
    Audited chain = Audited.inWhichPartsAndTheAuditorReach(points);
    chain.everybodyAnswers();
    List<String> seen = new ArrayList<>();

    refuse(chain.parts, "footprint_history", "insert", "true");
    chain.parts.emits(chain.bracket, "6");
    recomputeInVain(chain.parts);
    seen.addAll(waiting(chain, chain.parts, "stale_product", "attempts"));
    mend(chain, chain.parts, "footprint_history");
    chain.cars.states(chain.car);
    chain.settle();

    refuse(chain.auditor, "outbox", "insert", "new.type = 'AuditRequest'");
    chain.begin(50);
    chain.settle();
    seen.addAll(waiting(chain, chain.auditor, "audit_hop", "state"));
    refuse(chain.parts, "access_journal", "insert", SHOWN_BY_OURSELVES);
    refuse(chain.auditor, "audit", "update", "new.state = 'DONE'");
    mend(chain, chain.auditor, "outbox");

    seen.addAll(waiting(chain, chain.parts, "audit_request", "state, attempts"));
    mend(chain, chain.parts, "access_journal");

    seen.addAll(waiting(chain, chain.auditor, "audit", "state, attempts"));
    mend(chain, chain.auditor, "audit");
    seen.addAll(everything(chain));
    return seen;
  }

  /** Nobody mends what is wrong, so the maker of parts is asked in vain, and nothing concluded. */
  private static List<String> workIsGivenUp(CrashPoints points) {
    Audited chain = Audited.inWhichPartsAndTheAuditorReach(points);
    chain.everybodyAnswers();
    refuse(chain.parts, "access_journal", "insert", SHOWN_BY_OURSELVES);
    refuse(chain.auditor, "audit", "update", "new.state = 'DONE'");

    UUID audit = chain.begin(50);
    for (int minute = 0; minute < MINUTES_UNTIL_BOTH_ARE_GIVEN_UP; minute++) {
      chain.world.settle();
      chain.world.clock().advance(Duration.ofMinutes(1));
    }
    // Other tests use these databases again.
    takeAgain(chain.parts, "access_journal");
    takeAgain(chain.auditor, "audit");

    assertThat(chain.auditor.audit(audit).withoutReport())
        .contains(Audit.WithoutReport.CANNOT_BE_JUDGED);
    List<String> seen = new ArrayList<>();
    seen.addAll(rows(chain.parts, "audit_request", "state, attempts"));
    seen.addAll(rows(chain.auditor, "audit", "state, attempts"));
    seen.addAll(everything(chain));
    return seen;
  }

  /** From now on this table takes nothing of that kind. */
  private static void refuse(Firm firm, String table, String change, String when) {
    firm.database()
        .sql()
        .update(
            """
            create or replace function refuse() returns trigger language plpgsql
            as $$ begin raise 'nothing is taken here'; end $$\
            """);
    firm.database()
        .sql()
        .update(
            "create trigger nothing_is_taken before "
                + change
                + " on "
                + table
                + " for each row when ("
                + when
                + ") execute function refuse()");
  }

  /** The table takes everything again, and everybody goes on where it is. */
  private static void mend(Audited chain, Firm firm, String table) {
    takeAgain(firm, table);
    chain.world.clock().advance(UNTIL_ALL_IS_DUE_AGAIN);
    chain.settle();
  }

  private static void takeAgain(Firm firm, String table) {
    firm.database().sql().update("drop trigger nothing_is_taken on " + table);
  }

  private static void recomputeInVain(Firm firm) {
    try {
      assertThat(firm.recompute()).as("the next process finds nothing due").isZero();
    } catch (DatabaseFailure refused) {
      assertThat(refused).hasStackTraceContaining("nothing is taken here");
    }
  }

  /** What these columns say, and for how long the row waits. */
  private static List<String> waiting(Audited chain, Firm firm, String table, String columns) {
    return rows(
        firm, table, columns + ", due_at - timestamptz '" + chain.world.clock().instant() + "'");
  }

  private static List<String> rows(Firm firm, String table, String columns) {
    return ComparedRows.of(firm.database().sql(), table, columns).stream()
        .map(row -> table + " " + row)
        .toList();
  }

  private static List<String> everything(Audited chain) {
    List<String> rows = new ArrayList<>();
    Stream.of(chain.mill, chain.parts, chain.cars, chain.auditor)
        .forEach(
            firm ->
                ComparedRows.of(firm.database().sql())
                    .forEach(
                        (table, seen) ->
                            seen.forEach(row -> rows.add(firm.name() + " " + table + " " + row))));
    return rows;
  }

  /** Counts how often the points of put-offs are reached, and dies once at each it is told. */
  private static final class DyingOnceEach implements CrashPoints {
    private final Map<CrashPoint, Integer> survived;
    private final Map<CrashPoint, Integer> counts = new EnumMap<>(CrashPoint.class);

    /** Dies at each of these points when it is reached for so many times. */
    DyingOnceEach(Map<CrashPoint, Integer> deadly) {
      survived = new HashMap<>(deadly);
    }

    @Override
    public void reach(CrashPoint point) {
      if (CrashPoint.OF_PUT_OFFS.contains(point)
          && survived.remove(point, counts.merge(point, 1, Integer::sum))) {
        throw new Firm.Death();
      }
    }
  }
}
