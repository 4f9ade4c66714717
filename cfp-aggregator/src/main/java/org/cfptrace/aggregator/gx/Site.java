package org.cfptrace.aggregator.gx;

/** A works, by the name its company gives it. */
public record Site(String value) {
  public Site {
    value = Name.checked(value, "a site");
  }

  @Override
  public String toString() {
    return value;
  }
}
