package org.cfptrace.registry.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.service.access.Secrets;

/** Stops a production start with a secret that is known to everybody, or with none. */
public final class ProductionSecrets {
  private ProductionSecrets() {}

  /**
   * Refuses secrets that are missing or known to everybody.
   *
   * @param secrets the value of each setting, by its name
   * @throws IllegalStateException naming every setting at fault, never its value
   */
  public static void check(Map<String, Optional<String>> secrets) {
    List<String> faults = new ArrayList<>();
    secrets.forEach(
        (name, value) -> {
          if (Secrets.isMissing(value)) {
            faults.add(name + " is not set");
          } else if (Secrets.isForDevelopment(value)) {
            faults.add(name + " is a development secret");
          }
        });
    if (!faults.isEmpty()) {
      faults.sort(null);
      throw new IllegalStateException("production does not start: " + String.join("; ", faults));
    }
  }
}
