package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations.Cause;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/**
 * An approver recalls in the moment in which a correction of just that is worked out: it has been
 * decided on when the recall is done, and not yet declared.
 */
class RecallFirstTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);

  RecallFirstTest() {
    mill.becomePartnerOf(parts);
    mill.emits(steel, "3");
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
  }

  @Test
  void aRecallBetweenTheDecisionAndTheDeclarationLetsAPersonDecide() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch mayGo = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(() -> holdTheStatement(isHeld, mayGo));
    assertThat(isHeld.await(1, TimeUnit.MINUTES)).isTrue();
    mill.emits(steel, "4");
    CompletableFuture<Integer> correction = CompletableFuture.supplyAsync(mill::recompute);
    // It has seen that the old figure stands, has decided to declare, and waits for its turn.
    await().atMost(Duration.ofMinutes(1)).until(() -> waitingForALock() == 1);

    recallsWhatStands();
    mayGo.countDown();
    holder.get(1, TimeUnit.MINUTES);
    correction.get(1, TimeUnit.MINUTES);
    world.clock().advance(Duration.ofMinutes(5));
    world.settle();

    assertThat(standing()).isEmpty();
    assertThat(mill.waiting())
        .extracting(Correction::why)
        .containsExactly(Correction.Why.AFTER_RECALL);
    assertThat(parts.company().received().of(mill.id(), steel))
        .extracting(received -> received.standing().state())
        .containsExactly(Standing.State.RECALLED);
  }

  @Test
  void whatWasDecidedOnBeforeIsNotDeclaredByItself() {
    recallsWhatStands();
    world.settle();

    assertThatThrownBy(() -> declare(Cause.AUTOMATIC))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE));

    assertThat(standing()).isEmpty();
    // It is looked at again, and now a person is asked.
    mill.emits(steel, "4");
    world.settle();
    assertThat(standing()).isEmpty();
    assertThat(mill.waiting()).hasSize(1);
  }

  @Test
  void aPersonMayDeclareAnew() {
    recallsWhatStands();
    world.settle();

    DeclarationId declared = declare(Cause.PERSON);
    world.settle();

    assertThat(standing()).map(IssuedDeclaration::id).contains(declared);
    assertThat(parts.company().received().of(mill.id(), steel).get(0).total().orElseThrow())
        .satisfies(total -> assertThat(total.exclBiogenicUptake()).isEqualTo(KgCo2e.of("3")));
  }

  private void recallsWhatStands() {
    mill.recalls(standing().orElseThrow().id(), "wrong meter");
  }

  /** Holds what everybody needs who declares the coil; a recall of a copy does without. */
  private void holdTheStatement(CountDownLatch isHeld, CountDownLatch mayGo) {
    mill.database()
        .doInNew(
            () -> {
              mill.company().issued().lock(steel, mill.id());
              isHeld.countDown();
              awaitLeave(mayGo);
            });
  }

  private static void awaitLeave(CountDownLatch mayGo) {
    try {
      assertThat(mayGo.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private long waitingForALock() {
    return mill.database()
        .sql()
        .number(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and database"
                + " = (select oid from pg_database where datname = current_database())");
  }

  private Optional<IssuedDeclaration> standing() {
    return mill.company().issued().standing(steel, parts.id()).stream().findFirst();
  }

  private DeclarationId declare(Cause cause) {
    return mill.database()
        .inNew(
            () ->
                mill.trade()
                    .declare()
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(parts.id()),
                            Optional.of(Firm.YEAR),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)),
                            cause)));
  }
}
