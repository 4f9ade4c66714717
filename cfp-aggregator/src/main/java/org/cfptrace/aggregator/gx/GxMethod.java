package org.cfptrace.aggregator.gx;

/** How a reduction reaches a customer; the two methods of the JISF GX Steel Guideline. */
public enum GxMethod {
  /** A certificate beside the product, whose footprint stays as it is. */
  MASS_BALANCE_CERTIFICATE,
  /** The reduction is told as a second figure of the product, beside the one before it. */
  GX_ALLOCATION
}
