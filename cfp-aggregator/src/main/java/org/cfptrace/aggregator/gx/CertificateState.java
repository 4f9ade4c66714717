package org.cfptrace.aggregator.gx;

/** How far along a certificate is, as its entries tell. */
public enum CertificateState {
  /** Made out to a lot. */
  ISSUED,
  /** Handed on to another holder, perhaps more than once. */
  TRANSFERRED,
  /** Claimed by its holder: it moves no more. */
  RETIRED,
  /** Taken back, its quantity with it: it moves no more. */
  CANCELLED;

  /** Whether its quantity is taken out of the pool. */
  public boolean isActive() {
    return this != CANCELLED;
  }

  /** Whether nothing may be done with it any more. */
  public boolean isFinal() {
    return this == RETIRED || this == CANCELLED;
  }
}
