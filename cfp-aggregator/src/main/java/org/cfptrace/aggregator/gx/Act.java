package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What an entry of the ledger says was done. */
public sealed interface Act {
  /** Translates each kind of act. */
  <R> R fold(
      Function<Allocation, R> issued,
      Function<CertificateMove, R> moved,
      Function<Debit, R> debited,
      Function<PoolEnd, R> ended);

  /**
   * A part of the pool for a lot, under a new certificate.
   *
   * @param site where the lot was made
   * @param mass of the lot, above zero
   * @param reduction for the lot as a whole, above zero
   */
  record Allocation(
      CertificateId certificate,
      ProductLot lot,
      Site site,
      Tonnes mass,
      TonnesCo2e reduction,
      GxMethod method)
      implements Act {
    public Allocation {
      requireNonNull(certificate, "certificate");
      requireNonNull(lot, "lot");
      requireNonNull(site, "site");
      requireNonNull(method, "method");
      if (mass.isNone() || reduction.isNone()) {
        throw new IllegalArgumentException("mass and reduction of an allocation are above 0");
      }
    }

    /** What the lot carries less than the rest. */
    public Intensity perTonne() {
      return reduction.per(mass);
    }

    @Override
    public <R> R fold(
        Function<Allocation, R> issued,
        Function<CertificateMove, R> moved,
        Function<Debit, R> debited,
        Function<PoolEnd, R> ended) {
      return issued.apply(this);
    }
  }

  /**
   * A certificate becomes TRANSFERRED, RETIRED or CANCELLED.
   *
   * @param note to whom, on whose behalf, or why
   */
  record CertificateMove(CertificateId certificate, CertificateState to, String note)
      implements Act {
    public CertificateMove {
      requireNonNull(certificate, "certificate");
      note = Name.checked(note, "who or why");
      if (to == CertificateState.ISSUED) {
        throw new IllegalArgumentException("a certificate is issued by an allocation");
      }
    }

    @Override
    public <R> R fold(
        Function<Allocation, R> issued,
        Function<CertificateMove, R> moved,
        Function<Debit, R> debited,
        Function<PoolEnd, R> ended) {
      return moved.apply(this);
    }
  }

  /**
   * A reduction that a lowered footprint has taken already, so that no certificate takes it again.
   *
   * @param reference what took it: a product lot, a declaration, a change of the process
   * @param reduction above zero
   */
  record Debit(String reference, TonnesCo2e reduction, Cause cause) implements Act {
    /** How the footprint came to be lower. */
    public enum Cause {
      /** Method (b) was applied to a product's footprint outside of this ledger. */
      LOWERED_CFP,
      /** The process itself has changed, and the footprints of its products with it. */
      PROCESS_CHANGE
    }

    public Debit {
      reference = Name.checked(reference, "what took the reduction");
      requireNonNull(cause, "cause");
      if (reduction.isNone()) {
        throw new IllegalArgumentException("a debit is above 0");
      }
    }

    @Override
    public <R> R fold(
        Function<Allocation, R> issued,
        Function<CertificateMove, R> moved,
        Function<Debit, R> debited,
        Function<PoolEnd, R> ended) {
      return debited.apply(this);
    }
  }

  /**
   * The pool itself gives nothing more.
   *
   * @param why for a reader of the ledger
   */
  record PoolEnd(Kind kind, String why) implements Act {
    /** How it ends. */
    public enum Kind {
      /** No more is allocated; what stands stays, and may be moved. */
      CLOSED,
      /** It should never have been opened: it counts no more, and what it claimed is free. */
      WITHDRAWN
    }

    public PoolEnd {
      requireNonNull(kind, "kind");
      why = Name.checked(why, "why");
    }

    @Override
    public <R> R fold(
        Function<Allocation, R> issued,
        Function<CertificateMove, R> moved,
        Function<Debit, R> debited,
        Function<PoolEnd, R> ended) {
      return ended.apply(this);
    }
  }
}
