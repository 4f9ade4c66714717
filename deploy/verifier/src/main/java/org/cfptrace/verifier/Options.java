package org.cfptrace.verifier;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param trust the trust anchor; empty for {@code trust-anchor.json} beside the bundle
 * @param json whether to print JSON for programs
 */
record Options(Path bundle, Optional<Path> trust, boolean json) {
  private static final String TRUST_ANCHOR = "trust-anchor.json";

  Options {
    requireNonNull(bundle, "bundle");
    requireNonNull(trust, "trust");
  }

  /**
   * Reads {@code BUNDLE [--trust FILE] [--json]}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Options parse(String... arguments) {
    Optional<Path> bundle = Optional.empty();
    Optional<Path> trust = Optional.empty();
    boolean json = false;
    for (int place = 0; place < arguments.length; place++) {
      String argument = arguments[place];
      if (argument.equals("--json")) {
        json = true;
      } else if (argument.equals("--trust") && place + 1 < arguments.length) {
        place++;
        trust = Optional.of(Path.of(arguments[place]));
      } else if (!argument.startsWith("--") && bundle.isEmpty()) {
        bundle = Optional.of(Path.of(argument));
      } else {
        throw new IllegalArgumentException("not understood: " + argument);
      }
    }
    return new Options(
        bundle.orElseThrow(() -> new IllegalArgumentException("which bundle?")), trust, json);
  }

  Path trustAnchor() {
    return trust.orElseGet(() -> bundle.resolveSibling(TRUST_ANCHOR));
  }
}
