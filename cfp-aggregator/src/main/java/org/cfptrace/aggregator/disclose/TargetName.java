package org.cfptrace.aggregator.disclose;

import static org.cfptrace.declaration.ClaimName.EMBEDDED;
import static org.cfptrace.declaration.ClaimName.EVIDENCE;
import static org.cfptrace.declaration.ClaimName.INPUTS;
import static org.cfptrace.declaration.ClaimName.METHOD;
import static org.cfptrace.declaration.ClaimName.OWN;
import static org.cfptrace.declaration.ClaimName.PERIOD;
import static org.cfptrace.declaration.ClaimName.PRODUCT;
import static org.cfptrace.declaration.ClaimName.QUALITY;
import static org.cfptrace.declaration.ClaimName.SITE;
import static org.cfptrace.declaration.ClaimName.STAGES;
import static org.cfptrace.declaration.ClaimName.TOTAL;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;

/** For whom files are made, in which version of their format, and what they disclose. */
public enum TargetName {
  /** Carbon footprint declaration, Regulation (EU) 2023/1542 Article 7(1) a to g. */
  EU_BATTERY_ART7(Audience.REGULATOR, PRODUCT, TOTAL, PERIOD, METHOD, QUALITY, STAGES, SITE),
  /** Battery passport, SAMM {@code io.BatteryPass.CarbonFootprint} 1.2.0 and DIN DKE SPEC 99100. */
  BATTERY_PASS_SAMM_1_2_0(Audience.REGULATOR, PRODUCT, TOTAL, PERIOD, STAGES, SITE),
  /** Operator's summary report, Implementing Regulation (EU) 2025/2547 Annex IV 1.2. */
  CBAM_SUMMARY_2547(Audience.REGULATOR, PRODUCT, PERIOD, METHOD, SITE, EMBEDDED),
  /** A vehicle's parts and their footprints. */
  VEHICLE_PART_LIST(Audience.SELF, PRODUCT, TOTAL, PERIOD, METHOD, QUALITY, STAGES, SITE, INPUTS),
  /** Catena-X {@code io.catenax.pcf} 9.0.0. */
  CX_PCF_9(Audience.NEXT_TIER, PRODUCT, TOTAL, PERIOD, METHOD, QUALITY, STAGES),
  /** Catena-X {@code io.catenax.pcf} 10.0.0. */
  CX_PCF_10(Audience.NEXT_TIER, PRODUCT, TOTAL, PERIOD, METHOD, QUALITY, STAGES),
  /** PACT ProductFootprint, technical specification 3. */
  PACT_3(Audience.NEXT_TIER, PRODUCT, TOTAL, PERIOD, METHOD, QUALITY, STAGES),
  /**
   * Ouranos: four records of a part, and its two CSV files, for the company's own account there.
   */
  OURANOS(Audience.SELF, PRODUCT, TOTAL, QUALITY, STAGES, OWN),
  /** Asset Administration Shell of a battery, IDTA 02035-3. */
  IDTA_02035_3(Audience.REGULATOR, PRODUCT, TOTAL, PERIOD, METHOD, STAGES, SITE),
  /** Asset Administration Shell of any product, IDTA 02023. */
  IDTA_02023(Audience.NEXT_TIER, PRODUCT, TOTAL, PERIOD, METHOD),
  /** What an auditor needs: data, lineage, evidence. */
  AUDITORS_PACK(
      Audience.AUDITOR,
      PRODUCT,
      TOTAL,
      PERIOD,
      METHOD,
      QUALITY,
      STAGES,
      SITE,
      OWN,
      INPUTS,
      EVIDENCE);

  private final Audience audience;

  @SuppressWarnings("ImmutableEnumChecker") // cannot be changed
  private final Set<ClaimName> disclosed;

  TargetName(Audience audience, ClaimName first, ClaimName... others) {
    this.audience = audience;
    this.disclosed = Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /** As whom the policy table knows those who get the files. */
  public Audience audience() {
    return audience;
  }

  /** Which claims of a footprint the files disclose. */
  public Set<ClaimName> disclosed() {
    return disclosed;
  }
}
