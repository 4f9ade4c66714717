package org.cfptrace.aggregator.gx;

import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** What may be entered next in a pool's ledger; everything else is refused under its own code. */
final class LedgerRules {
  private final PoolLedger ledger;

  LedgerRules(PoolLedger ledger) {
    this.ledger = ledger;
  }

  void check(Act act) {
    act.fold(this::issue, this::move, this::debit, this::end);
  }

  private Boolean issue(Allocation allocation) {
    refuseAfter(PoolEnd.Kind.CLOSED);
    refuseAnotherSite(allocation);
    refuseUsedId(allocation.certificate());
    refuseClaimedLot(allocation);
    refuseMoreThanRemains(allocation.reduction());
    refuseMoreThanTheLine(allocation);
    refuseBelowZero(
        allocation, ledger.cfpBeforeWith(ledger.allocated().plus(allocation.reduction())));
    return true;
  }

  private Boolean move(CertificateMove move) {
    Holding holding =
        ledger
            .find(move.certificate())
            .orElseThrow(() -> Refused.notFound("certificate", move.certificate()));
    if (holding.state().isFinal()) {
      boolean isRetired = holding.state() == CertificateState.RETIRED;
      throw new Refused(
          isRetired ? ProblemCode.CERTIFICATE_RETIRED : ProblemCode.CERTIFICATE_CANCELLED,
          "certificate " + move.certificate() + " is " + holding.state() + " and moves no more");
    }
    if (!move.to().isActive()) {
      refuseToLeaveAnotherBelowZero(holding.allocation());
    }
    return true;
  }

  private Boolean debit(Debit debit) {
    refuseAfter(PoolEnd.Kind.WITHDRAWN);
    if (ledger.isDebited(debit.reference())) {
      throw twice("\"" + debit.reference() + "\" was debited before");
    }
    ledger
        .standingFor(new ProductLot(debit.reference()))
        .ifPresent(
            certificate -> {
              throw twice("the lot has certificate " + certificate);
            });
    refuseMoreThanRemains(debit.reduction());
    return true;
  }

  /** Withdrawn is for good; a closed pool that was opened by mistake may be withdrawn yet. */
  private Boolean end(PoolEnd wanted) {
    if (wanted.kind() == PoolEnd.Kind.CLOSED) {
      refuseAfter(PoolEnd.Kind.CLOSED);
      return true;
    }
    refuseAfter(PoolEnd.Kind.WITHDRAWN);
    ledger.holdings().stream()
        .filter(Holding::isActive)
        .findFirst()
        .ifPresent(
            standing -> {
              throw notNow("certificate " + standing.allocation().certificate() + " stands");
            });
    if (!ledger.debited().isNone()) {
      throw notNow(ledger.debited() + " of it were taken by lowered footprints");
    }
    return true;
  }

  /** What is not allowed once the pool is closed is not allowed once it is withdrawn either. */
  private void refuseAfter(PoolEnd.Kind kind) {
    ledger
        .end()
        .filter(ended -> ended == PoolEnd.Kind.WITHDRAWN || ended == kind)
        .ifPresent(
            ended -> {
              throw notNow("the pool is " + ended);
            });
  }

  private void refuseAnotherSite(Allocation allocation) {
    if (!ledger.pool().covers(allocation.site())) {
      throw new Refused(
          ProblemCode.SITE_TRANSFER_NOT_ALLOWED,
          "the lot is of site \""
              + allocation.site()
              + "\", the pool is verified for "
              + ledger.pool().sites());
    }
  }

  private void refuseUsedId(CertificateId certificate) {
    if (ledger.find(certificate).isPresent()) {
      throw usedId(certificate);
    }
  }

  private void refuseClaimedLot(Allocation allocation) {
    if (ledger.isDebited(allocation.lot().value())) {
      throw twice("the lot's footprint was lowered already, and the pool debited");
    }
    ledger
        .standingFor(allocation.lot())
        .ifPresent(
            certificate -> {
              throw twice("the lot has certificate " + certificate);
            });
  }

  private void refuseMoreThanRemains(TonnesCo2e reduction) {
    if (reduction.compareTo(ledger.remaining()) > 0) {
      throw new Refused(
          ProblemCode.POOL_OVERALLOCATED,
          "expected at most " + ledger.remaining() + ", seen " + reduction);
    }
  }

  private void refuseMoreThanTheLine(Allocation allocation) {
    Tonnes mass = ledger.gxMass().plus(allocation.mass());
    if (mass.compareTo(ledger.pool().totalMass()) > 0) {
      throw new Refused(
          ProblemCode.GX_MASS_ABOVE_TOTAL,
          "expected GX lots of "
              + ledger.pool().totalMass()
              + " in all at most, seen "
              + mass
              + " with this one");
    }
  }

  /** What a lot's certificate takes may not be more than the lot carries. */
  private static void refuseBelowZero(Allocation allocation, Intensity cfpBefore) {
    if (allocation.perTonne().compareTo(cfpBefore) > 0) {
      throw new Refused(
          ProblemCode.LOT_BELOW_ZERO,
          "certificate "
              + allocation.certificate()
              + " takes "
              + allocation.perTonne()
              + " from a lot that carries "
              + cfpBefore);
    }
  }

  /** What comes back is taken off the figure before of all lots. */
  private void refuseToLeaveAnotherBelowZero(Allocation cancelled) {
    Intensity cfpBefore = ledger.cfpBeforeWith(ledger.allocated().minus(cancelled.reduction()));
    ledger.holdings().stream()
        .filter(Holding::isActive)
        .map(Holding::allocation)
        .filter(other -> !other.certificate().equals(cancelled.certificate()))
        .forEach(other -> refuseBelowZero(other, cfpBefore));
  }

  static Refused usedId(CertificateId certificate) {
    return new Refused(
        ProblemCode.CERTIFICATE_ID_USED, "certificate " + certificate + " was issued before");
  }

  private static Refused notNow(String detail) {
    return new Refused(ProblemCode.NOT_ALLOWED_NOW, detail);
  }

  static Refused twice(String detail) {
    return new Refused(ProblemCode.REDUCTION_CLAIMED_TWICE, detail);
  }
}
