package org.cfptrace.aggregator.battery;

/** The batteries that need a declaration (Regulation (EU) 2023/1542, Article 7(1)). */
public enum BatteryCategory {
  /** Electric vehicle battery. */
  EV,
  /** Rechargeable industrial battery above 2 kWh, without external storage. */
  INDUSTRIAL,
  /** Light means of transport. */
  LMT,
  /** Industrial battery with external storage. */
  INDUSTRIAL_EXTERNAL_STORAGE
}
