package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.RegistryRefusedException;
import org.cfptrace.participant.TrustAnchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's whole way: apply, be approved, enrol, be found, let a partner in. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class WalkingTest {
  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject Clock clock;

  @Test
  void leadsFromTheApplicationToAnInboxAPartnerMayWriteTo() {
    var mill = enrol("mill", "7000012050002");
    var maker = enrol("maker", null);
    var http = HttpClient.newHttpClient();
    var anchor = TrustAnchor.parse(given().get("/api/v1/trust-anchor").asString());
    var client = new DirectoryClient(registry, anchor, http, clock);

    var entry = client.find(mill.id()).orElseThrow();
    assertThat(entry.status()).isEqualTo(DirectoryStatus.ACTIVE);
    assertThat(entry.currentSigningKey().orElseThrow().thumbprint())
        .isEqualTo(mill.keys().signing().thumbprint());
    assertThat(entry.currentEncryptionKey().orElseThrow().thumbprint())
        .isEqualTo(mill.keys().encryption().thumbprint());

    client.accept(maker, mill.id());
    assertThat(client.acceptedPartners(maker)).containsExactly(mill.id());
    client.withdraw(maker, mill.id());
    assertThat(client.acceptedPartners(maker)).isEmpty();
  }

  private EnrolledParticipant enrol(String name, String corporateNumber) {
    var application =
        given()
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType("application/json")
            .body(
                """
                {"name":"%s","address":"Aomori 1-1","country":"JP"%s,
                 "otherIds":[{"scheme":"DUNS","value":"690549662"}],
                 "contact":{"name":"Yamada","email":"yamada@mill.example"},"roles":["SUPPLIER"]}
                """
                    .formatted(
                        name,
                        corporateNumber == null
                            ? ""
                            : ",\"corporateNumber\":\"" + corporateNumber + "\""))
            .post("/api/v1/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("applicationId")
            .toString();
    var approval =
        given()
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType("application/json")
            .post("/api/v1/applications/" + application + "/approval")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    var settings =
        new FirstStart.Settings(
            registry,
            TrustAnchor.read(Surroundings.authority().resolve("trust-anchor.json")),
            directory.resolve(name),
            "dev-keys".toCharArray(),
            Optional.of(approval.getString("participantId")),
            Optional.of(approval.getString("enrolmentCode")));
    var enrolled = FirstStart.openOrEnrol(settings, clock);
    assertThat(FirstStart.openOrEnrol(settings, clock).principal()).isEqualTo(enrolled.principal());
    return enrolled;
  }

  @Test
  void saysWhyAnEnrolmentIsRefused() {
    var settings =
        new FirstStart.Settings(
            registry,
            TrustAnchor.read(Surroundings.authority().resolve("trust-anchor.json")),
            directory.resolve("nobody"),
            "dev-keys".toCharArray(),
            Optional.of("aaaaaaaaaaaaaaaa"),
            Optional.of("no such code"));
    assertThatThrownBy(() -> FirstStart.openOrEnrol(settings, clock))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("NOT_FOUND");
  }
}
