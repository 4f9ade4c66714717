package org.cfptrace.service.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.cfptrace.keys.CryptoProviders;

/** Bearer tokens and TLS are checked with the fast provider, where the machine has it. */
@ApplicationScoped
class NativeCryptoFirst {
  void lead(@Observes @Priority(2) StartupEvent started) {
    CryptoProviders.leadTheJvm();
  }
}
