package org.cfptrace.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Broker;
import org.cfptrace.local.story.Desk;
import org.junit.jupiter.api.Test;

/**
 * The broker has no room left. A full disk and a file-size limit reach it alike, as a write that
 * fails; the limit can be set without being root.
 */
class DiskFullIT {

  private static final Platform PLATFORM = Platform.get();
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  @Test
  void aDeclarationWaitsUntilTheBrokerHasRoomAgain() throws Exception {
    assumeTrue(Files.isExecutable(PRLIMIT), "prlimit is not on this machine");
    Broker broker = PLATFORM.stack().broker();
    Part coil = Part.of(Platform.A, "Coil before a full disk", "kilogram").emitting("3");
    leaveNoRoom(broker);

    String declaration = coil.desk().declare(coil.traceId(), PLATFORM.id(Platform.B));
    Desk.await(
        "the end of a broker that cannot write",
        () -> broker.isAlive() ? Optional.empty() : Optional.of(true));
    JsonNode waiting =
        Desk.await(
            "a reason why the declaration waits",
            () ->
                Optional.of(coil.desk().door().get("declarations/" + declaration))
                    .filter(shown -> shown.hasNonNull("deliveryReason")));
    assertThat(waiting.path("delivery").asText()).isEqualTo("PENDING");
    // A broker with a single disk ends itself when it is full, so that is all a sender can see.
    assertThat(waiting.path("deliveryReason").asText()).isEqualTo("BROKER_UNREACHABLE");
    broker.start();

    assertThat(coil.desk().awaitDelivery(declaration)).isEqualTo("DELIVERED");
    assertThat(PLATFORM.desk(Platform.B).declarationsReceived())
        .filteredOn(item -> item.path("declarationId").asText().equals(declaration))
        .hasSize(1);
  }

  private static void leaveNoRoom(Broker broker) throws Exception {
    int code =
        new ProcessBuilder(PRLIMIT.toString(), "--pid", Long.toString(broker.pid()), "--fsize=1:1")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(code).isZero();
  }
}
