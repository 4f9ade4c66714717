package org.cfptrace.aggregator.disclose.vehicle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.service.http.Fields;

/**
 * What a request says of a vehicle's files.
 *
 * @param options codes of the options the vehicle is built with, sorted, each once
 * @param description of the vehicle, for people
 */
public record VehicleOptions(
    List<String> options, Audience audience, Optional<String> description) {
  private static final int MOST = 200;
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_DESCRIPTION = 500;

  public VehicleOptions {
    options = options.stream().sorted().distinct().toList();
    requireNonNull(audience, "audience");
    requireNonNull(description, "description");
  }

  static VehicleOptions read(Fields fields) {
    return new VehicleOptions(
        fields.texts("options", MOST, LONGEST_CODE),
        fields.choice("audience", Audience.class).orElse(Audience.OWNER),
        fields.text("description", LONGEST_DESCRIPTION));
  }

  /** The same as a set. */
  Set<String> built() {
    return Set.copyOf(options);
  }
}
