package org.cfptrace.aggregator.disclose;

import java.util.List;
import java.util.function.Predicate;
import org.cfptrace.footprint.Emissions;

/** Names the parts that came without the split which a target demands. */
public final class Unsplit {
  private Unsplit() {}

  /**
   * A finding for each part that is not split.
   *
   * @param isUnsplit whether emissions lack the split
   * @param split what is lacking, such as {@code split by stage}
   * @param whole what is found of the whole, where no part accounts for it
   */
  public static List<Finding> of(
      ProductFacts product, Predicate<Emissions> isUnsplit, String split, List<Finding> whole) {
    List<Finding> parts =
        product.sources().stream()
            .filter(source -> !source.lines().isEmpty() && isUnsplit.test(source.emissions()))
            .map(source -> withheld(source, split))
            .toList();
    return parts.isEmpty() ? whole : parts;
  }

  private static Finding withheld(SourceFacts source, String split) {
    return new Finding(
        Finding.Code.SPLIT_WITHHELD,
        String.join("/", source.lines()),
        source.partName() + " came without its " + split);
  }
}
