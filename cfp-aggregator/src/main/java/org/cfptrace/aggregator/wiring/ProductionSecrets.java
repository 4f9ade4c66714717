package org.cfptrace.aggregator.wiring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.service.access.Secrets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops a production start with a development secret: in profile {@code prod} every password must
 * be there and must not be one of the {@code dev-…} kind that examples use. The message names the
 * property, never its value.
 */
final class ProductionSecrets {
  private static final String PRODUCTION = "prod";
  private static final List<String> SECRETS =
      List.of("cfptrace.keys.password", "quarkus.datasource.password");
  private static final String AUDIENCE = "quarkus.oidc.token.audience";

  private ProductionSecrets() {}

  /** Refuses to go on; called before anything is opened with these secrets. */
  static void refuseDevelopmentSecrets(Environment environment) {
    String profiles = environment.find("quarkus.profile").orElse(PRODUCTION);
    if (Arrays.asList(profiles.split(",", -1)).contains(PRODUCTION)) {
      refuse(environment::find);
    }
  }

  /** What is wrong with the secrets, if anything. */
  static Optional<String> fault(Function<String, Optional<String>> property) {
    return Secrets.fault(SECRETS, property).or(() -> noAudience(property));
  }

  /**
   * Without an audience every token of the issuer would open the doors, also those made for others.
   */
  private static Optional<String> noAudience(Function<String, Optional<String>> property) {
    return Secrets.isMissing(property.apply(AUDIENCE))
        ? Optional.of(AUDIENCE + " is empty: production does not accept tokens made for others")
        : Optional.empty();
  }

  private static void refuse(Function<String, Optional<String>> property) {
    fault(property)
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault);
            });
  }

  /** Checks once more inside the running service, for whoever starts it without our main. */
  static final class AtStart {
    void check(@Observes @Priority(1) StartupEvent started) {
      if (ConfigUtils.getProfiles().contains(PRODUCTION)) {
        var config = ConfigProvider.getConfig();
        refuse(name -> config.getOptionalValue(name, String.class));
      }
    }
  }
}
