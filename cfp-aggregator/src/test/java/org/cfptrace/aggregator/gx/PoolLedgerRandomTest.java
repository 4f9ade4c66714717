package org.cfptrace.aggregator.gx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** Whatever is entered or refused: what lots and rest carry is what was emitted, exactly. */
class PoolLedgerRandomTest {
  private static final int LEDGERS = 60;
  private static final int ACTS = 120;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void theWholeStaysWhatWasEmitted() {
    Set<ProblemCode> refusals = EnumSet.noneOf(ProblemCode.class);
    int cancelled = 0;
    for (int i = 0; i < LEDGERS; i++) {
      PoolLedger ledger = Mill.ledger();
      List<Entry> entries = new ArrayList<>();
      for (int number = 0; number < ACTS; number++) {
        try {
          Act act = someAct(number);
          boolean isOver = ledger.end().isPresent();
          entries.add(ledger.enter(act, Mill.NOW, "olga"));
          assertThat(isOver && act instanceof Act.Allocation).as("seed %d", seed).isFalse();
        } catch (Refused refused) {
          refusals.add(refused.code());
        }
        holds(ledger);
      }
      PoolLedger read = PoolLedger.of(ledger.pool(), entries);
      assertThat(read.holdings()).as("seed %d", seed).containsExactlyElementsOf(ledger.holdings());
      assertThat(read.cfpBefore()).as("seed %d", seed).isEqualTo(ledger.cfpBefore());
      assertThat(read.end()).as("seed %d", seed).isEqualTo(ledger.end());
      cancelled += (int) ledger.holdings().stream().filter(holding -> !holding.isActive()).count();
    }
    // The walk has met the rules, not only the free road.
    assertThat(cancelled).as("seed %d", seed).isPositive();
    assertThat(refusals)
        .as("seed %d", seed)
        .contains(
            ProblemCode.POOL_OVERALLOCATED,
            ProblemCode.LOT_BELOW_ZERO,
            ProblemCode.NOT_ALLOWED_NOW,
            ProblemCode.CERTIFICATE_CANCELLED,
            ProblemCode.CERTIFICATE_RETIRED);
  }

  private void holds(PoolLedger ledger) {
    ReductionPool pool = ledger.pool();
    Fraction carried = ledger.cfpBefore().times(pool.totalMass().minus(ledger.gxMass()));
    TonnesCo2e taken = ledger.debited();
    for (Holding holding : ledger.holdings()) {
      if (holding.isActive()) {
        Intensity after = ledger.cfpAfter(holding);
        assertThat(after.value().numerator().signum()).as("seed %d", seed).isNotNegative();
        carried = carried.plus(after.times(holding.allocation().mass())).reduced();
        taken = taken.plus(holding.allocation().reduction());
      }
    }
    assertThat(carried.reduced())
        .as("seed %d", seed)
        .isEqualTo(Fraction.of(pool.actualEmissions().value()).reduced());
    assertThat(taken).as("seed %d", seed).isLessThanOrEqualTo(pool.verifiedReduction());
    assertThat(taken.plus(ledger.remaining()))
        .as("seed %d", seed)
        .isEqualTo(pool.verifiedReduction());
  }

  private Act someAct(int number) {
    // Rarely, and mostly late: what is refused behind it is walked through too.
    if (number > ACTS / 2 && random.nextInt(40) == 0) {
      return Mill.end(random.nextBoolean() ? PoolEnd.Kind.CLOSED : PoolEnd.Kind.WITHDRAWN);
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 ->
          Mill.lot("C-" + number, decimal(12_000).toPlainString(), decimal(8_000).toPlainString());
      case 4 -> Mill.debit("D-" + number, decimal(1_000).toPlainString());
      case 5 -> Mill.move("C-" + random.nextInt(number + 1), CertificateState.RETIRED);
      default -> Mill.move("C-" + random.nextInt(number + 1), CertificateState.CANCELLED);
    };
  }

  /** Above zero, with up to nine decimals. */
  private BigDecimal decimal(int below) {
    int scale = random.nextInt(10);
    return BigDecimal.valueOf(1 + random.nextLong(below * 1_000_000_000L), 9)
        .setScale(scale, RoundingMode.UP);
  }
}
