package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/**
 * Both sides act as they like, messages arrive when they like, processes die at their crash points:
 * when everything has arrived, both sides say the same of every request and every declaration.
 */
class InterleavingTest {
  // More of them: -Dcfptrace.seeds=500
  private static final int SEEDS = Integer.getInteger("cfptrace.seeds", 12);
  private static final int STEPS = 30;
  // Whoever changes the walk may need a few more of them to come across everything.
  private static final int MOST_SEEDS = 10 * SEEDS;

  private static final Period NEXT = Period.ofYear(2026);

  private final World world = new World();
  private final Dying dying = new Dying();
  private final Firm mill = world.firm("Seto Steel", dying);
  private final Firm parts = world.firm("Naka Parts", dying);

  /** What a walk has to come across, or it would prove little. */
  private enum Met {
    /** The customer cancelled, and the answer was on its way to it. */
    CANCEL_CROSSED_ANSWER,
    /** The customer cancelled what was rejected already, before it knew. */
    CANCEL_CROSSED_REJECT,
    /** The customer had the answer, and cancelled. */
    CANCELLED_AFTER_THE_ANSWER,
    /** A request for the next year was answered with its figure. */
    ANSWERED_FOR_ITS_YEAR,
    /** A request for the next year waited, though a figure of this one stood. */
    WAITED_FOR_ITS_YEAR,
    /** Of one product something was corrected and something recalled. */
    CORRECTED_AND_RECALLED
  }

  private final Set<Met> met = EnumSet.noneOf(Met.class);

  /** Dies now and then, as the seed has it. */
  private static final class Dying implements CrashPoints {
    private Random random = new Random(0);
    private boolean isOn;
    private int deaths;

    @Override
    public void reach(org.cfptrace.service.crash.CrashPoint point) {
      if (isOn && random.nextInt(20) == 0) {
        deaths++;
        throw new Firm.Death();
      }
    }
  }

  @Test
  void bothSidesComeToTheSameEnd() {
    mill.becomePartnerOf(parts);
    Set<String> ends = new TreeSet<>();
    int seed = 1;
    while (seed <= SEEDS || (seed <= MOST_SEEDS && met.size() < Met.values().length)) {
      ends.add(play(seed));
      seed++;
    }
    // A random walk that always ends alike would prove nothing.
    assertThat(ends).hasSizeGreaterThan(4);
    assertThat(met).as("after %s seeds", seed - 1).containsExactly(Met.values());
    assertThat(dying.deaths).as("processes have died").isGreaterThan(SEEDS);
  }

  private String play(int seed) {
    Random random = new Random(seed);
    dying.random = new Random(seed + 1_000_000L);
    TraceId steel = mill.makes("coil " + seed, DeclaredUnit.KILOGRAM);
    TraceId bracket = parts.makes("bracket " + seed, DeclaredUnit.PIECE);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    List<RequestId> requests = new ArrayList<>();
    dying.isOn = true;
    for (int step = 0; step < STEPS; step++) {
      world.clock().advance(java.time.Duration.ofMinutes(7));
      act(random, steel, bracket, requests);
      arrive(random);
    }
    dying.isOn = false;
    world.settle();
    return compare(seed, steel, requests);
  }

  private void act(Random random, TraceId steel, TraceId bracket, List<RequestId> requests) {
    RequestId any = requests.isEmpty() ? null : requests.get(random.nextInt(requests.size()));
    switch (random.nextInt(12)) {
      case 0, 1 -> attempt(() -> requests.add(asks(random, bracket)));
      case 2 -> attempt(any, () -> parts.cancels(any));
      case 3, 4 -> attempt(any, () -> mill.links(any, steel));
      case 5 -> attempt(any, () -> mill.rejects(any, "no"));
      case 6 -> attempt(any, () -> mill.replies(any, "soon"));
      case 7, 8 ->
          attempt(
              () ->
                  mill.releases(
                      parts,
                      steel,
                      random.nextBoolean() ? RedeclareRule.AUTOMATIC : RedeclareRule.ASK,
                      ReleaseSwitch.TOTAL));
      case 9 -> attempt(() -> mill.releases(parts, steel, RedeclareRule.AUTOMATIC));
      case 10 ->
          attempt(
              () ->
                  mill.emits(
                      steel,
                      random.nextInt(3) == 0 ? NEXT : Firm.YEAR,
                      "" + (1 + random.nextInt(9)),
                      null));
      default -> attempt(() -> recallOrApprove(random, steel));
    }
  }

  /** For any period, or for the next year. */
  private RequestId asks(Random random, TraceId bracket) {
    return random.nextBoolean()
        ? parts.asksFor(NEXT, mill, bracket, "coil")
        : parts.asks(mill, bracket, "coil");
  }

  private void recallOrApprove(Random random, TraceId steel) {
    List<IssuedDeclaration> standing = mill.company().issued().standingCopies(steel);
    List<Correction> waiting = mill.waiting();
    if (random.nextBoolean() && !standing.isEmpty()) {
      mill.recalls(standing.get(0).id(), "wrong");
    } else if (!waiting.isEmpty()) {
      mill.approves(waiting.get(0));
    }
  }

  private static void attempt(RequestId any, Runnable act) {
    if (any != null) {
      attempt(act);
    }
  }

  /**
   * What the state does not allow is refused and leaves nothing; what the killed process did, too.
   */
  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (Refused | Firm.Death refused) {
      assertThat(refused).isNotNull();
    }
  }

  private void arrive(Random random) {
    for (Firm firm : List.of(mill, parts)) {
      switch (random.nextInt(4)) {
        case 0 -> firm.relay();
        case 1 -> firm.take();
        case 2 -> firm.recompute();
        default -> {
          // This one does nothing just now.
        }
      }
    }
  }

  private String compare(int seed, TraceId steel, List<RequestId> requests) {
    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (RequestId request : requests) {
      ours.add(parts.stateOf(request).name());
      theirs.add(mill.stateOf(request).name());
    }
    for (Firm firm : List.of(mill, parts)) {
      assertThat(
              firm.database()
                  .sql()
                  .list(
                      "select state || ' ' || reason || ' ' || detail as why from quarantine"
                          + " where state <> 'RESOLVED'",
                      row -> row.text("why")))
          .as(firm.name() + " refused or held nothing, seed " + seed)
          .isEmpty();
    }
    assertThat(theirs).as("requests, seed " + seed + ": " + histories(requests)).isEqualTo(ours);
    assertThat(said(steel)).as("declarations, seed " + seed).isEqualTo(heard(steel));
    requests.forEach(this::look);
    requests.forEach(request -> lookAtItsYear(request, steel));
    if (isAny(heard(steel), "SUPERSEDED") && isAny(heard(steel), "RECALLED")) {
      met.add(Met.CORRECTED_AND_RECALLED);
    }
    return String.join(" ", ours) + " / " + heard(steel).size();
  }

  private void look(RequestId request) {
    List<RequestEvent> ours = parts.trade().requests().history(request, RequestSide.ASKER);
    List<RequestEvent> theirs = mill.trade().requests().history(request, RequestSide.ANSWERER);
    Optional<RequestState> here = stateBefore(ours, "CANCEL");
    Optional<RequestState> there = stateBefore(theirs, "CANCEL");
    if (here.equals(Optional.of(RequestState.ANSWERED))) {
      met.add(Met.CANCELLED_AFTER_THE_ANSWER);
    }
    if (here.equals(Optional.of(RequestState.LINKED))
        && there.equals(Optional.of(RequestState.ANSWERED))) {
      met.add(Met.CANCEL_CROSSED_ANSWER);
    }
    if (stateBefore(theirs, "CROSSED_CANCEL").equals(Optional.of(RequestState.REJECTED))) {
      met.add(Met.CANCEL_CROSSED_REJECT);
    }
  }

  private void lookAtItsYear(RequestId request, TraceId steel) {
    FootprintRequest known =
        parts.trade().requests().find(request, RequestSide.ASKER).orElseThrow();
    if (known.period().isPresent()) {
      boolean isAnyStanding = !mill.company().issued().standing(steel, parts.id()).isEmpty();
      if (known.state() == RequestState.ANSWERED) {
        met.add(Met.ANSWERED_FOR_ITS_YEAR);
      } else if (known.state() == RequestState.LINKED && isAnyStanding) {
        met.add(Met.WAITED_FOR_ITS_YEAR);
      }
    }
  }

  private static Optional<RequestState> stateBefore(List<RequestEvent> history, String move) {
    Optional<RequestState> before = Optional.empty();
    for (RequestEvent event : history) {
      if (event.move().equals(move)) {
        return before;
      }
      before = Optional.of(event.state());
    }
    return Optional.empty();
  }

  private static boolean isAny(Set<String> words, String state) {
    return words.stream().anyMatch(word -> word.endsWith(" " + state));
  }

  private List<String> histories(List<RequestId> requests) {
    List<String> histories = new ArrayList<>();
    for (RequestId request : requests) {
      for (RequestSide side : RequestSide.values()) {
        Firm firm = side == RequestSide.ASKER ? parts : mill;
        histories.add(
            firm.name()
                + " "
                + firm.trade().requests().history(request, side).stream()
                    .map(event -> event.move() + ">" + event.state())
                    .toList());
      }
    }
    return histories;
  }

  private Set<String> said(TraceId steel) {
    return new TreeSet<>(
        mill.database()
            .sql()
            .list(
                "select declaration_id || ' ' || state as word from issued_declaration"
                    + " where audience = 'NEXT_TIER' and trace_id = ?",
                row -> row.text("word"),
                steel.uuid()));
  }

  private Set<String> heard(TraceId steel) {
    return new TreeSet<>(
        parts
            .database()
            .sql()
            .list(
                "select declaration_id || ' ' || state as word from received_declaration"
                    + " where trace_id = ?",
                row -> row.text("word"),
                steel.uuid()));
  }
}
