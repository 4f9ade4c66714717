package org.cfptrace.connector.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.exchange.wiring.Enrol;
import org.cfptrace.exchange.wiring.FirstStartSettings;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.UntrustedException;

/**
 * Starts a connector. Before the service itself starts, it opens its keys, or on the very first
 * start makes and enrols them, because the channels to the broker need them from the beginning.
 */
@QuarkusMain
public final class ConnectorMain {
  private static final int CANNOT_START = 78;

  private ConnectorMain() {}

  /** Exits with 78 and one readable line when the company cannot be enrolled or its keys opened. */
  public static void main(String... arguments) {
    try {
      ProductionSecrets.refuseDevelopmentSecrets(ConnectorMain::setting);
      FirstStartSettings settings = FirstStartSettings.of(ConnectorMain::setting);
      EnrolledParticipant me =
          new Enrol(settings.participant(), Clock.systemUTC(), System.err::println).untilAnswered();
      properties(me, settings).forEach(System::setProperty);
    } catch (IllegalStateException | IllegalArgumentException | UntrustedException e) {
      System.err.println("connector cannot start: " + e.getMessage());
      System.exit(CANNOT_START);
    }
    Quarkus.run(arguments);
  }

  /** What the channels to the broker need to know about this company. */
  static Map<String, String> properties(EnrolledParticipant me, FirstStartSettings settings) {
    Map<String, String> properties = new LinkedHashMap<>();
    me.kafkaSecurity(settings.participant().password())
        .forEach((name, value) -> properties.put("kafka." + name, value));
    properties.put("cfptrace.participant.short-id", me.id().shortId());
    return properties;
  }

  /** A property as the service itself would read it: {@code a.b-c} is {@code A_B_C} outside. */
  private static Optional<String> setting(String name) {
    String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }
}
