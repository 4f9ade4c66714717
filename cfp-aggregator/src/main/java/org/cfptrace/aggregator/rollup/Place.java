package org.cfptrace.aggregator.rollup;

/** The place of a constant in its enum, which stands for it in the arrays. */
final class Place {
  private Place() {}

  // The numbers never leave the memory of one process, so a constant added between others is no
  // danger.
  @SuppressWarnings("EnumOrdinal")
  static int of(Enum<?> constant) {
    return constant.ordinal();
  }
}
