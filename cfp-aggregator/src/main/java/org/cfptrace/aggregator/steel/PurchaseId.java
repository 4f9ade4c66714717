package org.cfptrace.aggregator.steel;

/** A purchase of a precursor, named by its operator: letters, digits, dot, dash, underscore. */
public record PurchaseId(String value) {
  public PurchaseId {
    value = LocalName.checked(value, "a purchase");
  }

  @Override
  public String toString() {
    return value;
  }
}
