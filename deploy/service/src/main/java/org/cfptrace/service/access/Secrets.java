package org.cfptrace.service.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a secret must not be in production: missing, or of the {@code dev-…} kind that the local
 * stack and examples use. What is said about one names its setting, never its value.
 */
public final class Secrets {
  private static final String DEVELOPMENT = "dev-";

  private Secrets() {}

  /** Whether there is none. */
  public static boolean isMissing(Optional<String> secret) {
    return secret.filter(value -> !value.isBlank()).isEmpty();
  }

  /** Whether everybody knows it. */
  public static boolean isForDevelopment(Optional<String> secret) {
    return secret.filter(value -> value.startsWith(DEVELOPMENT)).isPresent();
  }

  /** What is wrong with the first of these settings that is not in order. */
  public static Optional<String> fault(
      List<String> names, Function<String, Optional<String>> property) {
    return names.stream().flatMap(name -> fault(name, property.apply(name)).stream()).findFirst();
  }

  private static Optional<String> fault(String name, Optional<String> secret) {
    if (isMissing(secret)) {
      return Optional.of(name + " is empty: production does not start without it");
    }
    return isForDevelopment(secret)
        ? Optional.of(
            name
                + " is a development secret ("
                + DEVELOPMENT
                + "…): production does not start with it")
        : Optional.empty();
  }
}
