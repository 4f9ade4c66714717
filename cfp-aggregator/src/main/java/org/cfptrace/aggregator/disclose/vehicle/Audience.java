package org.cfptrace.aggregator.disclose.vehicle;

/** Who is to read the files of a vehicle. */
public enum Audience {
  /** The vehicle's maker itself: every part, with its supplier. */
  OWNER("for the vehicle's maker only: it names parts, suppliers and their figures", "車両メーカー社内限り"),
  /** Who buys it: the vehicle's own figures alone. */
  CUSTOMER("for a customer: the vehicle's own figures, no parts and no suppliers", "取引先向け"),
  /** An authority: the same. */
  REGULATOR("for an authority: the vehicle's own figures, no parts and no suppliers", "当局向け");

  private final String en;
  private final String ja;

  Audience(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** Whether the parts are listed. */
  public boolean seesParts() {
    return this == OWNER;
  }

  /** As it is said on the files. */
  public String text() {
    return en + " / " + ja;
  }
}
