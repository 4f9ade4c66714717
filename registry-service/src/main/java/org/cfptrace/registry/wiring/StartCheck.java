package org.cfptrace.registry.wiring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at our secrets before anything else starts. */
@ApplicationScoped
class StartCheck {
  private final RegistrySettings settings;
  private final Optional<String> databasePassword;

  StartCheck(
      RegistrySettings settings,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword) {
    this.settings = settings;
    this.databasePassword = databasePassword;
  }

  void check(@Observes @Priority(1) StartupEvent start) {
    if (ConfigUtils.isProfileActive("prod")) {
      var secrets = new HashMap<String, Optional<String>>();
      secrets.put("CFPTRACE_AUTHORITY_PASSWORD", settings.authority().password());
      secrets.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword);
      ProductionSecrets.check(secrets);
    }
  }
}
