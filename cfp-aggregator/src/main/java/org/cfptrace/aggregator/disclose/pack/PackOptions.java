package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.service.http.Fields;

/**
 * What a request says of an auditor's pack.
 *
 * @param options codes of the options the product is built with, sorted, each once
 * @param auditor for whom it is
 * @param mandate under which it is given
 */
public record PackOptions(
    List<String> options, Optional<String> auditor, Optional<String> mandate) {
  private static final int MOST = 200;
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST = 200;

  public PackOptions {
    options = options.stream().sorted().distinct().toList();
    requireNonNull(auditor, "auditor");
    requireNonNull(mandate, "mandate");
  }

  static PackOptions read(Fields fields) {
    return new PackOptions(
        fields.texts("options", MOST, LONGEST_CODE),
        fields.text("auditor", LONGEST),
        fields.text("mandate", LONGEST));
  }

  /** The options as a set. */
  Set<String> built() {
    return Set.copyOf(options);
  }
}
