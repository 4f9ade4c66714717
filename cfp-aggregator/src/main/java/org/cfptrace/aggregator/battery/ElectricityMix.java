package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.cfptrace.footprint.Share;

/** What the electricity of a plant is made from; the shares are the whole. */
public record ElectricityMix(List<Part> parts) {

  /** One source, in one country, such as {@code hydro} from {@code NO}. */
  public record Part(String source, String country, Share share) {
    public Part {
      requireNonNull(source, "source");
      requireNonNull(share, "share");
      if (!country.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException("a country is two capitals such as JP, got " + country);
      }
    }
  }

  public ElectricityMix {
    parts = List.copyOf(parts);
    BigDecimal sum =
        parts.stream().map(part -> part.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("the shares of a mix add up to 1, got " + sum);
    }
  }
}
