package org.cfptrace.exchange.wiring;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.TrustAnchor;

/**
 * What is needed before the service starts: where the registry and the keys are, and, for the first
 * start only, who we are and the one-time code.
 */
public record FirstStartSettings(FirstStart.Settings participant) {
  public FirstStartSettings {
    requireNonNull(participant, "participant");
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalStateException naming the first one that is missing
   */
  public static FirstStartSettings of(Function<String, Optional<String>> setting) {
    return new FirstStartSettings(
        new FirstStart.Settings(
            URI.create(required(setting, "cfptrace.registry.url")),
            TrustAnchor.read(Path.of(required(setting, "cfptrace.registry.trust-anchor"))),
            Path.of(required(setting, "cfptrace.keys.directory")),
            required(setting, "cfptrace.keys.password").toCharArray(),
            setting.apply("cfptrace.enrolment.participant"),
            setting.apply("cfptrace.enrolment.code")));
  }

  private static String required(Function<String, Optional<String>> setting, String name) {
    return setting
        .apply(name)
        .orElseThrow(() -> new IllegalStateException("the setting " + name + " is missing"));
  }
}
