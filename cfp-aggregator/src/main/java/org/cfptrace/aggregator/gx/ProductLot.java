package org.cfptrace.aggregator.gx;

/** A lot of a product, by the number its maker gives it. */
public record ProductLot(String value) {
  public ProductLot {
    value = Name.checked(value, "a product lot");
  }

  @Override
  public String toString() {
    return value;
  }
}
