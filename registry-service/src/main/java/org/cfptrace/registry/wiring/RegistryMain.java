package org.cfptrace.registry.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import java.util.Optional;

/**
 * Starts the registry. The secrets are looked at before anything else, because the service itself
 * begins by changing its database.
 */
@QuarkusMain
public final class RegistryMain {
  private static final int CANNOT_START = 78;
  private static final String USUAL_AUDIENCE = "cfp-registry";

  private RegistryMain() {}

  /** Exits with 78 and one readable line when production lacks a secret of its own. */
  public static void main(String... arguments) {
    var fault =
        ProductionSecrets.isProduction(setting("quarkus.profile").filter(text -> !text.isBlank()))
            ? ProductionSecrets.fault(RegistryMain::setting)
            : Optional.<String>empty();
    if (fault.isPresent()) {
      System.err.println("registry cannot start: " + fault.get());
      System.exit(CANNOT_START);
    }
    Quarkus.run(arguments);
  }

  /** A setting as the service itself would read it: {@code a.b-c} is {@code A_B_C} outside. */
  private static Optional<String> setting(String name) {
    var variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        // Set to nothing it is nothing; only where it is not set does our own default hold.
        .or(
            () ->
                Optional.of(USUAL_AUDIENCE).filter(is -> name.equals(ProductionSecrets.AUDIENCE)));
  }
}
