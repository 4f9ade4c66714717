package org.cfptrace.aggregator.steel;

/**
 * Scrap a process has taken in. It is no good of the mechanism and carries nothing; its amount is
 * reported.
 */
public record Scrap(Tonnes consumed, Tonnes preConsumer) {
  public static final Scrap NONE = new Scrap(Tonnes.NONE, Tonnes.NONE);

  public Scrap {
    if (preConsumer.compareTo(consumed) > 0) {
      throw new IllegalArgumentException(
          "pre-consumer scrap is a part of all scrap: " + preConsumer + " of " + consumed);
    }
  }
}
