package org.cfptrace.registry;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.participant.TrustAnchor;

/** A company that comes to the registry's doors. */
final class Newcomer {
  static final char[] KEYS_PASSWORD = "dev-keys-of-the-tests".toCharArray();

  private Newcomer() {}

  static RequestSpecification write() {
    return given().header("Idempotency-Key", UUID.randomUUID()).contentType("application/json");
  }

  /** A form as a company fills it in; {@code more} are further members, each with its comma. */
  static String form(String name, String more) {
    return """
    {"name":"%s","address":"1-1 Nagashima, Aomori","country":"JP",
     "contact":{"name":"Yamada Hanako","email":"yamada@mill.example"},
     "roles":["SUPPLIER"]%s}
    """
        .formatted(name, more);
  }

  static String applies(String form) {
    return write()
        .body(form)
        .post("/api/v1/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("applicationId");
  }

  static JsonPath isApproved(String application) {
    return write()
        .post("/api/v1/applications/" + application + "/approval")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static TrustAnchor trustAnchor() {
    return TrustAnchor.read(Surroundings.authority().resolve("trust-anchor.json"));
  }

  static EnrolledParticipant enrols(URI registry, Path directory, JsonPath approval) {
    var settings =
        new FirstStart.Settings(
            registry,
            trustAnchor(),
            directory,
            KEYS_PASSWORD,
            Optional.of(approval.getString("participantId")),
            Optional.of(approval.getString("enrolmentCode")));
    return FirstStart.openOrEnrol(settings, Clock.systemUTC());
  }

  /** The header by which a participant makes a signed call, once. */
  static String signs(EnrolledParticipant who, String method, URI door, String body) {
    return SignedCall.authorise(
        who.keys().signing(),
        who.id(),
        trustAnchor().registryDid(),
        method,
        door,
        body.getBytes(StandardCharsets.UTF_8),
        Clock.systemUTC());
  }

  /** The whole way in. */
  static EnrolledParticipant comesIn(URI registry, Path directory, String name) {
    return enrols(registry, directory.resolve(name), isApproved(applies(form(name, ""))));
  }
}
