package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.cfptrace.aggregator.structure.EmissionFactor;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.footprint.GwpSet;

/** The digest of a set of factors: of all it says, whatever the order it was written in. */
final class FactorSetDigest {
  private FactorSetDigest() {}

  /** SHA-256, lower-case hexadecimal. */
  static String of(FactorSet set) {
    List<List<Object>> factors =
        set.factors().stream()
            .sorted(Comparator.comparing(EmissionFactor::code))
            .map(FactorSetDigest::factor)
            .toList();
    return Digests.sha256(
        FactsJson.write(
                List.of(
                    set.id(),
                    set.version(),
                    set.source(),
                    set.year(),
                    set.region(),
                    set.gwp().map(GwpSet::name).orElse(""),
                    factors))
            .getBytes(UTF_8));
  }

  private static List<Object> factor(EmissionFactor factor) {
    return List.of(
        factor.code(),
        factor.name(),
        factor.unit(),
        new TreeMap<>(factor.amounts()),
        factor.quality());
  }
}
