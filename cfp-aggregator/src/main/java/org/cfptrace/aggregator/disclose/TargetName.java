package org.cfptrace.aggregator.disclose;

/** For whom files are made, in which version of their format. */
public enum TargetName {
  /** Carbon footprint declaration, Regulation (EU) 2023/1542 Article 7(1) a to g. */
  EU_BATTERY_ART7,
  /** Battery passport, SAMM {@code io.BatteryPass.CarbonFootprint} 1.2.0 and DIN DKE SPEC 99100. */
  BATTERY_PASS_SAMM_1_2_0,
  /** Operator's summary report, Implementing Regulation (EU) 2025/2547 Annex IV 1.2. */
  CBAM_SUMMARY_2547,
  /** A vehicle's parts and their footprints. */
  VEHICLE_PART_LIST,
  /** Catena-X {@code io.catenax.pcf} 9.0.0. */
  CX_PCF_9,
  /** Catena-X {@code io.catenax.pcf} 10.0.0. */
  CX_PCF_10,
  /** PACT ProductFootprint, technical specification 3. */
  PACT_3,
  /** Ouranos: four records of a part, and its two CSV files. */
  OURANOS,
  /** Asset Administration Shell of a battery, IDTA 02035-3. */
  IDTA_02035_3,
  /** Asset Administration Shell of any product, IDTA 02023. */
  IDTA_02023,
  /** What an auditor needs: data, lineage, evidence. */
  AUDITORS_PACK
}
