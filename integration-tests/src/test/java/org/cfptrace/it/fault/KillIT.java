package org.cfptrace.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Broker;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.Partnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each process once, {@code kill -9}, while something is on its way to it or through it. It
 * arrives, once, after the process is started again, and nobody had to do anything for that.
 */
class KillIT {

  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();

  @ParameterizedTest
  @ValueSource(strings = {Platform.A, Platform.B})
  void aDeclarationSurvivesTheDeathOfAConnector(String name) {
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
  void aProductPresentedToADeadAggregatorIsListedOnceWhenItLives() {
    Service service = STACK.service(LocalStack.AGGREGATOR);
    Desk presenter = PLATFORM.desk(Platform.B);
    Desk aggregator = new Desk(service);
    new Partnership(presenter, aggregator).begin();
    ObjectNode wish = new ObjectMapper().createObjectNode().put("recipient", aggregator.did());
    Part coil = Part.of(Platform.A, "Coil and death of the aggregator", "kilogram").emitting("3");
    String declaration = coil.declareTo(Platform.B);
    service.kill();

    presenter.door().post("declarations/" + declaration + "/presentations", wish);
    service.start();
    service.awaitReady();

    Door analyst = Door.of(service.url(), STACK.analyst(Platform.B, presenter.did()));
    List<String> listed =
        Desk.await(
            "the declaration at the aggregator",
            () -> Optional.of(listedAt(analyst, declaration)).filter(found -> !found.isEmpty()));
    assertThat(listed).containsExactly(declaration);
  }

  private static List<String> listedAt(Door analyst, String declaration) {
    return analyst.all("declarations").stream()
        .map(item -> item.path("declarationId").asText())
        .filter(declaration::equals)
        .toList();
  }

  /**
   * The registry has accepted, and cannot tell the broker, which is away; then it dies. What it has
   * accepted must be in its database, and the one that starts again must bring it to the broker.
   */
  @Test
  void aPartnerMayWriteAlthoughTheRegistryDiedBetweenAcceptanceAndGrant() {
    Broker broker = STACK.broker();
    Desk inviting = PLATFORM.desk(Platform.A2);
    Desk invited = PLATFORM.desk(Platform.C);
    String invitingId = PLATFORM.id(Platform.A2);
    inviting.invite(PLATFORM.id(Platform.C), invited.fingerprint());
    Desk.await("the invitation", () -> invited.partner(invitingId));
    broker.kill();
    invited.accept(invitingId, inviting.fingerprint());
    Desk.await(
        "the registry's word that the partner is accepted",
        () ->
            invited
                .partner(invitingId)
                .filter(partner -> partner.path("inbox").asText().equals("OPEN")));

    STACK.registry().kill();
    broker.start();
    STACK.registry().start();
    STACK.registry().awaitReady();

    new Partnership(inviting, invited).begin();
    Part billet =
        Part.of(Platform.A2, "Billet and death of the registry", "kilogram").emitting("1");
    String declaration = billet.declareTo(Platform.C);
    assertThat(invited.declarationsReceived())
        .filteredOn(item -> item.path("declarationId").asText().equals(declaration))
        .hasSize(1);
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
