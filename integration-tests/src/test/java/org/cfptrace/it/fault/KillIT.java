package org.cfptrace.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Broker;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each process once, {@code kill -9}, while a declaration is on its way. It arrives, once, after
 * the process is started again, and nobody had to do anything for that.
 */
class KillIT {

  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();

  @ParameterizedTest
  @ValueSource(strings = {Platform.A, Platform.B, LocalStack.REGISTRY, LocalStack.AGGREGATOR})
  void aDeclarationSurvivesTheDeathOfAService(String name) {
    Service service = STACK.service(name);
    Part coil = Part.of(Platform.A, "Coil and death of " + name, "kilogram").emitting("3");
    if (name.equals(Platform.B)) {
      service.kill();
    }
    String declaration = coil.desk().declare(coil.traceId(), PLATFORM.id(Platform.B));
    if (service.isAlive()) {
      service.kill();
    }
    service.start();
    service.awaitReady();

    assertArrivedOnce(coil, declaration);
  }

  @Test
  void aDeclarationSurvivesTheDeathOfTheBroker() {
    Broker broker = STACK.broker();
    Part coil = Part.of(Platform.A, "Coil and death of the broker", "kilogram").emitting("3");
    broker.kill();
    String declaration = coil.desk().declare(coil.traceId(), PLATFORM.id(Platform.B));
    broker.start();

    assertArrivedOnce(coil, declaration);
  }

  @Test
  void aDeclarationSurvivesTheDeathOfTheDatabase() {
    Postgres postgres = STACK.postgres();
    Part coil = Part.of(Platform.A, "Coil and death of the database", "kilogram").emitting("3");
    String declaration = coil.desk().declare(coil.traceId(), PLATFORM.id(Platform.B));
    postgres.kill();
    postgres.start();

    for (Service service : STACK.services()) {
      service.awaitReady();
    }
    assertArrivedOnce(coil, declaration);
  }

  private static void assertArrivedOnce(Part coil, String declaration) {
    assertThat(coil.desk().awaitDelivery(declaration)).isEqualTo("DELIVERED");
    Desk receiver = PLATFORM.desk(Platform.B);
    List<String> received =
        receiver.declarationsReceived().stream()
            .map(item -> item.path("declarationId").asText())
            .filter(declaration::equals)
            .toList();
    assertThat(received).containsExactly(declaration);
  }
}
