package org.cfptrace.aggregator.steel;

/**
 * A production process of an installation, named by its operator: letters, digits, dot, dash,
 * underscore.
 */
public record ProcessId(String value) {
  public ProcessId {
    value = LocalName.checked(value, "a process");
  }

  @Override
  public String toString() {
    return value;
  }
}
