package org.cfptrace.aggregator.gx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.aggregator.gx.CertificateState.CANCELLED;
import static org.cfptrace.aggregator.gx.CertificateState.RETIRED;
import static org.cfptrace.aggregator.gx.CertificateState.TRANSFERRED;
import static org.cfptrace.aggregator.gx.Mill.debit;
import static org.cfptrace.aggregator.gx.Mill.lot;
import static org.cfptrace.aggregator.gx.Mill.move;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** The rules of the ledger, each broken by one entry that breaks nothing else. */
class PoolLedgerTest {
  private final PoolLedger ledger = Mill.ledger();

  @Test
  void theWorkedCaseOfTheReference() {
    assertThat(ledger.cfpBefore().shown()).isEqualTo("2");

    refused(lot("C-1", "10000", "30000"), ProblemCode.LOT_BELOW_ZERO);
    enter(lot("C-1", "15000", "30000"));

    assertThat(ledger.cfpBefore().shown()).isEqualTo("2.3");
    assertThat(ledger.cfpAfter(holding("C-1")).shown()).isEqualTo("0.3");
    Fraction all =
        ledger
            .cfpAfter(holding("C-1"))
            .times(Tonnes.of("15000"))
            .plus(ledger.cfpBefore().times(Tonnes.of("85000")));
    assertThat(all.reduced()).isEqualTo(Fraction.of(new BigDecimal("200000")));
    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.NONE);
    refused(lot("C-2", "1", "1"), ProblemCode.POOL_OVERALLOCATED);
  }

  @Test
  void aFigureThatDoesNotEndIsExactAndShownWithSixDecimals() {
    enter(lot("C-1", "7000", "1"));

    Intensity after = ledger.cfpAfter(holding("C-1"));

    // 200001/100000 − 1/7000
    assertThat(after.value())
        .isEqualTo(new Fraction(new BigDecimal("1399907"), new BigDecimal("700000")).reduced());
    assertThat(after.shown()).isEqualTo("1.999867");
  }

  @Test
  void notAGramMoreThanIsLeftIsAllocated() {
    enter(lot("C-1", "15000", "29999.999999"));

    refused(lot("C-2", "15000", "0.000002"), ProblemCode.POOL_OVERALLOCATED);
    enter(lot("C-2", "15000", "0.000001"));

    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.NONE);
  }

  @Test
  void aLotMayCarryNothingButNotLess() {
    // With 4,800 t allocated all carry 2.048 t/t, which is 4,800 t on 2,343.75 t.
    refused(lot("C-1", "2343.749999999", "4800"), ProblemCode.LOT_BELOW_ZERO);
    enter(lot("C-1", "2343.75", "4800"));

    assertThat(ledger.cfpBefore().shown()).isEqualTo("2.048");
    assertThat(ledger.cfpAfter(holding("C-1")).value()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void lotsMayNotWeighMoreThanTheLine() {
    enter(lot("C-1", "99999", "10"));

    refused(lot("C-2", "1.000001", "1"), ProblemCode.GX_MASS_ABOVE_TOTAL);
    enter(lot("C-2", "1", "1"));
  }

  @Test
  void whatALoweredFootprintTookIsNotSoldAgain() {
    enter(debit("coil of May", "20000"));

    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.of("10000"));
    assertThat(ledger.cfpBefore().shown()).isEqualTo("2");
    refused(debit("coil of May", "1"), ProblemCode.REDUCTION_CLAIMED_TWICE);
    refused(debit("coil of June", "10000.1"), ProblemCode.POOL_OVERALLOCATED);
    refused(lot("C-1", "20000", "10000.1"), ProblemCode.POOL_OVERALLOCATED);
    refused(
        lot("C-1", "coil of May", Mill.WORKS, "20000", "1"), ProblemCode.REDUCTION_CLAIMED_TWICE);
  }

  @Test
  void aLotWithACertificateIsNotDebitedNorCertifiedAgain() {
    enter(lot("C-1", "coil of May", Mill.WORKS, "20000", "1"));

    refused(debit("coil of May", "1"), ProblemCode.REDUCTION_CLAIMED_TWICE);
    refused(
        lot("C-2", "coil of May", Mill.WORKS, "20000", "1"), ProblemCode.REDUCTION_CLAIMED_TWICE);
    enter(move("C-1", CANCELLED));
    enter(lot("C-2", "coil of May", Mill.WORKS, "20000", "1"));
  }

  @Test
  void aCertificateIdIsUsedOnceEvenAfterItsCancellation() {
    enter(lot("C-1", "lot 1", Mill.WORKS, "20000", "1"));
    refused(lot("C-1", "lot 2", Mill.WORKS, "20000", "1"), ProblemCode.CERTIFICATE_ID_USED);

    enter(move("C-1", CANCELLED));

    refused(lot("C-1", "lot 2", Mill.WORKS, "20000", "1"), ProblemCode.CERTIFICATE_ID_USED);
  }

  @Test
  void aCancellationReturnsTheQuantityOnce() {
    enter(lot("C-1", "15000", "30000"));

    enter(move("C-1", CANCELLED));

    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.of("30000"));
    assertThat(ledger.gxMass()).isEqualTo(Tonnes.NONE);
    assertThat(ledger.cfpAfter(holding("C-1"))).isEqualTo(ledger.cfpBefore());
    refused(move("C-1", CANCELLED), ProblemCode.CERTIFICATE_CANCELLED);
    refused(move("C-1", RETIRED), ProblemCode.CERTIFICATE_CANCELLED);
    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.of("30000"));
  }

  @Test
  void aCertificateIsRetiredOnceAndThenMovesNoMore() {
    enter(lot("C-1", "15000", "30000"));
    enter(move("C-1", TRANSFERRED));
    enter(move("C-1", TRANSFERRED));
    assertThat(holding("C-1").holder()).contains("a customer");
    enter(move("C-1", RETIRED));

    refused(move("C-1", RETIRED), ProblemCode.CERTIFICATE_RETIRED);
    refused(move("C-1", TRANSFERRED), ProblemCode.CERTIFICATE_RETIRED);
    refused(move("C-1", CANCELLED), ProblemCode.CERTIFICATE_RETIRED);

    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.NONE);
    assertThat(holding("C-1").state()).isEqualTo(RETIRED);
  }

  @Test
  void aCancellationMayNotLeaveAnotherLotBelowZero() {
    enter(lot("C-1", "50000", "20000"));
    // 2.25 t/t less where all carry 2.29; once C-1 is cancelled all would carry 2.09.
    enter(lot("C-2", "4000", "9000"));

    refused(move("C-1", CANCELLED), ProblemCode.LOT_BELOW_ZERO);

    enter(move("C-2", CANCELLED));
    enter(move("C-1", CANCELLED));
    assertThat(ledger.cfpBefore().shown()).isEqualTo("2");
  }

  @Test
  void aClosedPoolGivesNothingMoreAndWhatStandsMayBeMoved() {
    enter(lot("C-1", "15000", "10000"));

    enter(Mill.end(PoolEnd.Kind.CLOSED));

    assertThat(ledger.end()).contains(PoolEnd.Kind.CLOSED);
    refused(lot("C-2", "15000", "1"), ProblemCode.NOT_ALLOWED_NOW);
    refused(Mill.end(PoolEnd.Kind.CLOSED), ProblemCode.NOT_ALLOWED_NOW);
    enter(debit("coil of May", "100"));
    enter(move("C-1", TRANSFERRED));
    enter(move("C-1", CANCELLED));
    assertThat(ledger.remaining()).isEqualTo(TonnesCo2e.of("29900"));
  }

  @Test
  void aPoolIsWithdrawnOnlyWhileNothingOfItStands() {
    enter(lot("C-1", "15000", "10000"));
    refused(Mill.end(PoolEnd.Kind.WITHDRAWN), ProblemCode.NOT_ALLOWED_NOW);
    enter(move("C-1", CANCELLED));
    enter(Mill.end(PoolEnd.Kind.CLOSED));

    enter(Mill.end(PoolEnd.Kind.WITHDRAWN));

    assertThat(ledger.end()).contains(PoolEnd.Kind.WITHDRAWN);
    refused(lot("C-2", "15000", "1"), ProblemCode.NOT_ALLOWED_NOW);
    refused(debit("coil of May", "1"), ProblemCode.NOT_ALLOWED_NOW);
    refused(Mill.end(PoolEnd.Kind.WITHDRAWN), ProblemCode.NOT_ALLOWED_NOW);
    refused(Mill.end(PoolEnd.Kind.CLOSED), ProblemCode.NOT_ALLOWED_NOW);
  }

  @Test
  void aPoolWithARetiredCertificateOrADebitIsNeverWithdrawn() {
    enter(debit("coil of May", "1"));
    refused(Mill.end(PoolEnd.Kind.WITHDRAWN), ProblemCode.NOT_ALLOWED_NOW);

    PoolLedger other = Mill.ledger();
    other.enter(lot("C-1", "15000", "10000"), Mill.NOW, "olga");
    other.enter(move("C-1", RETIRED), Mill.NOW, "olga");
    assertThatThrownBy(() -> other.enter(Mill.end(PoolEnd.Kind.WITHDRAWN), Mill.NOW, "olga"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nothingGoesToAnotherSiteWithoutAVerifierWhoSaysSo() {
    refused(
        lot("C-1", "lot 1", Mill.OTHER_WORKS, "20000", "1"), ProblemCode.SITE_TRANSFER_NOT_ALLOWED);

    PoolLedger both = PoolLedger.of(Mill.ofBothWorks(), List.of());
    both.enter(lot("C-1", "lot 1", Mill.OTHER_WORKS, "20000", "1"), Mill.NOW, "olga");

    assertThat(both.allocated()).isEqualTo(TonnesCo2e.of("1"));
  }

  @Test
  void theLedgerIsReadFromItsEntriesAlone() {
    List<Entry> entries = new ArrayList<>();
    entries.add(enter(lot("C-1", "15000", "20000")));
    entries.add(enter(debit("process", "5000")));
    entries.add(enter(lot("C-2", "5000", "5000")));
    entries.add(enter(move("C-1", RETIRED)));
    entries.add(enter(move("C-2", CANCELLED)));

    PoolLedger read = PoolLedger.of(ledger.pool(), entries);

    assertThat(read.holdings()).containsExactlyElementsOf(ledger.holdings());
    assertThat(read.remaining()).isEqualTo(TonnesCo2e.of("5000"));
    assertThat(entries).extracting(Entry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(entries)
        .extracting(entry -> entry.cfpBefore().shown())
        .containsExactly("2.2", "2.2", "2.25", "2.25", "2.2");
  }

  private Holding holding(String certificate) {
    return ledger.find(new CertificateId(certificate)).orElseThrow();
  }

  private Entry enter(Act act) {
    return ledger.enter(act, Mill.NOW, "olga");
  }

  /** Refused under that code, and nothing has changed. */
  private void refused(Act act, ProblemCode code) {
    TonnesCo2e before = ledger.remaining();
    assertThatThrownBy(() -> enter(act))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(ledger.remaining()).isEqualTo(before);
  }
}
