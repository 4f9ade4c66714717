package org.cfptrace.footprint;

import java.util.Arrays;

/**
 * What kind of emission or removal an amount is (ISO 14067 clause 7; letters of the Catena-X PCF
 * rulebook, chapter 4). Each account has one sign, so that a removal can never hide as a small
 * emission. The two UNSPLIT accounts take what a supplier stated as a total only. What recycling
 * and energy recovery save elsewhere (the credits of the Circular Footprint Formula) is an account
 * of its own, of the stage end of life alone: no letter of the rulebook is for it.
 */
public enum EmissionAccount {
  FOSSIL("A", "fossil", 1),
  BIOGENIC_NON_CO2("C", "biogenicNonCO2", 1),
  BIOGENIC_UPTAKE("D", "biogenicUptake", -1),
  LAND_USE_CHANGE("E", "landUseChange", 1),
  LAND_MANAGEMENT_EMISSIONS("F", "landManagementEmissions", 1),
  LAND_MANAGEMENT_REMOVALS("G", "landManagementRemovals", -1),
  AIRCRAFT("H", "aircraft", 1),
  END_OF_LIFE_CREDIT("R", "endOfLifeCredit", -1),
  UNSPLIT_EMISSIONS("U", "unsplitEmissions", 1),
  UNSPLIT_REMOVALS("V", "unsplitRemovals", -1);

  private final String letter;
  private final String jsonName;
  private final int sign;

  EmissionAccount(String letter, String jsonName, int sign) {
    this.letter = letter;
    this.jsonName = jsonName;
    this.sign = sign;
  }

  /** Reads the letter ({@code A}) or the name ({@code fossil}). */
  public static EmissionAccount of(String text) {
    return Arrays.stream(values())
        .filter(account -> account.letter.equals(text) || account.jsonName.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown account \"" + text + "\", known are A, C, D, E, F, G, H, R"));
  }

  public String letter() {
    return letter;
  }

  public String jsonName() {
    return jsonName;
  }

  /** Biogenic carbon taken up from the air: left out of the total "excluding uptake". */
  public boolean isUptake() {
    return this == BIOGENIC_UPTAKE;
  }

  /** Removals and credits other than biogenic uptake. */
  public boolean isRemoval() {
    return sign < 0 && !isUptake();
  }

  public boolean isEmission() {
    return sign > 0;
  }

  /**
   * Whether an amount may stand in this account: emissions are not negative, removals not positive.
   */
  public boolean allows(KgCo2e amount) {
    return amount.signum() * sign >= 0;
  }
}
