package org.cfptrace.aggregator.wiring;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the process was given, before Quarkus is there to read it: system properties by their name,
 * environment variables by the same name in capitals.
 */
record Environment(Function<String, Optional<String>> find) {
  /** Of this process. */
  static Environment ofProcess() {
    return new Environment(
        name ->
            Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable(name))))
                .filter(value -> !value.isBlank()));
  }

  Optional<String> find(String name) {
    return find.apply(name);
  }

  String require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("set " + variable(name) + " to start"));
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
