package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A version of a set of parameters of the Circular Footprint Formula: never changed, so that a
 * figure can be worked out again.
 *
 * @param source who published it, and where
 * @param year the year its data speaks of
 * @param region the region it speaks of, such as {@code EU} or {@code GLO}
 * @param draft whether that is a draft or an example, and no ground for a declaration
 */
public record CircularParameters(
    String id,
    String version,
    String source,
    int year,
    String region,
    boolean draft,
    List<CircularMaterial> materials) {
  public CircularParameters {
    requireNonNull(id, "id");
    requireNonNull(version, "version");
    requireNonNull(source, "source");
    requireNonNull(region, "region");
    materials = List.copyOf(materials);
  }
}
