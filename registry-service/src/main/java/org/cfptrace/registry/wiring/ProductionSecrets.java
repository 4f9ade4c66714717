package org.cfptrace.registry.wiring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.service.access.Secrets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops a production start with a secret that is known to everybody, or with none, or without an
 * audience: then every token of the issuer would open the operator's doors, also those made for
 * others.
 */
public final class ProductionSecrets {
  static final String AUDIENCE = "quarkus.oidc.token.audience";

  private static final String PRODUCTION = "prod";
  private static final List<String> SECRETS =
      List.of("cfptrace.authority.password", "quarkus.datasource.password");

  private ProductionSecrets() {}

  /** Whether this is a production start: the profiles say so, or say nothing. */
  static boolean isProduction(Optional<String> profiles) {
    return List.of(profiles.orElse(PRODUCTION).split(",", -1)).contains(PRODUCTION);
  }

  /** What is wrong, naming every setting at fault and never its value; empty if nothing is. */
  static Optional<String> fault(Function<String, Optional<String>> setting) {
    List<String> faults = new ArrayList<>();
    for (var name : SECRETS) {
      var secret = setting.apply(name);
      if (Secrets.isMissing(secret)) {
        faults.add(name + " is empty");
      } else if (Secrets.isForDevelopment(secret)) {
        faults.add(name + " is a development secret (dev-…)");
      }
    }
    if (Secrets.isMissing(setting.apply(AUDIENCE))) {
      faults.add(AUDIENCE + " is empty");
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of("production does not start: " + String.join("; ", faults));
  }

  /** Checks once more inside the running service, for whoever starts it without our main. */
  static final class AtStart {
    void check(@Observes @Priority(1) StartupEvent started) {
      if (ConfigUtils.isProfileActive(PRODUCTION)) {
        var config = ConfigProvider.getConfig();
        fault(name -> config.getOptionalValue(name, String.class))
            .ifPresent(
                fault -> {
                  throw new IllegalStateException(fault);
                });
      }
    }
  }
}
