package org.cfptrace.connector.trade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.exchange.TestSurroundings;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.access.Roles;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What belongs to somebody else is answered like what does not exist, to the byte, at every door
 * with an identifier in its path; whoever asks has every role there is.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SomebodyElsesTest {
  private static final String[] ROLES = {
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.DISCLOSURE_OFFICER,
    Roles.OPERATOR,
    Roles.ADMIN
  };
  private static final Street STREET = new Street();
  private static final Firm MILL = STREET.firm("mmmmmmmmmmmmmmse", "Higashi Mill");
  private static final Firm CARS = STREET.firm(NamingDoors.PARTNER, "Kita Cars");
  private static final Map<NamingDoors.Kind, String> SOMEBODY_ELSES =
      new EnumMap<>(NamingDoors.Kind.class);
  private static final Map<String, String> OURS = new HashMap<>();

  @Inject Service service;
  @Inject Trade trade;

  @BeforeEach
  void whatBelongsToOthers() {
    STREET.meet(service, trade);
    if (SOMEBODY_ELSES.isEmpty()) {
      ours();
      somebodyElses();
    }
  }

  @ParameterizedTest
  @MethodSource("org.cfptrace.connector.trade.NamingDoors#all")
  void isAnsweredLikeWhatDoesNotExist(NamingDoors.Asked door) {
    String somebodyElses = SOMEBODY_ELSES.get(door.kind());
    String nobodys = nobodys(door.kind());

    Response theirs = ask(door, somebodyElses);
    Response nothing = ask(door, nobodys);

    assertThat(theirs.statusCode()).as(theirs.asString()).isEqualTo(404);
    assertThat(nothing.statusCode()).as(nothing.asString()).isEqualTo(404);
    assertThat(nothing.path("code").toString()).isEqualTo("NOT_FOUND");
    assertThat(theirs.contentType()).isEqualTo(nothing.contentType());
    // The identifier asked for is the one thing that may differ.
    assertThat(theirs.asString().replace(somebodyElses, "it"))
        .isEqualTo(nothing.asString().replace(nobodys, "it"));
  }

  @Test
  void noDoorWithAnIdentifierIsMissingHere() {
    Set<String> tested = new TreeSet<>();
    NamingDoors.all().map(NamingDoors.Asked::door).forEach(tested::add);

    assertThat(tested).isEqualTo(doorsWithIdentifiers());
  }

  private static Set<String> doorsWithIdentifiers() {
    JsonPath document = given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    Set<String> doors = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> path.contains("{"))
                .filter(method -> List.of("get", "post", "put", "delete").contains(method))
                .forEach(method -> doors.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return doors;
  }

  private Response ask(NamingDoors.Asked door, String identifier) {
    String path = door.path().replace("{" + door.parameter() + "}", identifier);
    for (Map.Entry<String, String> ours : OURS.entrySet()) {
      path = path.replace("{" + ours.getKey() + "}", ours.getValue());
    }
    RequestSpecification caller = given().auth().oauth2(Tokens.of("everything", ROLES));
    if (door.method() == Method.GET) {
      return caller.get(path);
    }
    if (!path.endsWith("/sources")) {
      // A link needs no version; the others are asked about one that is not looked at any more.
      caller.header("If-Match", "\"1\"");
    }
    return Door.with(caller, door.body()).request(door.method(), path);
  }

  private static String nobodys(NamingDoors.Kind kind) {
    return switch (kind) {
      case PRODUCT -> TraceId.random().toString();
      case LINE -> "nut";
      case DECLARATION -> "A".repeat(43);
      case PARTICIPANT -> "uuuuuuuuuuuuuuse";
      case NUMBER -> "999999999999";
      case PLANT, REQUEST, CORRECTION, MANDATE, AUDIT, QUARANTINED, OTHER ->
          UUID.randomUUID().toString();
    };
  }

  /** What stands in the rest of a path: our own product, a partner, what a partner has told us. */
  private void ours() {
    TraceId told = MILL.makes("steel for us", DeclaredUnit.KILOGRAM);
    MILL.emits(told, "3");
    MILL.releases(service.id(), told, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    STREET.settle(service, trade);
    OURS.put("traceId", Given.aProduct("kilogram"));
    OURS.put("partnerId", NamingDoors.PARTNER);
    OURS.put("recipientId", NamingDoors.PARTNER);
    OURS.put("lineId", "coil");
    OURS.put(
        "declarationId", MILL.company().issued().standing(told, service.id()).get(0).id().value());
  }

  /** A request, a figure, a correction, an audit and more, of which the service has no part. */
  private void somebodyElses() {
    MILL.becomePartnerOf(CARS);
    TraceId steel = MILL.makes("steel for others", DeclaredUnit.KILOGRAM);
    TraceId door = CARS.makes("door", DeclaredUnit.PIECE);
    MILL.emits(steel, "3");
    CARS.buys(door, "hinge", "1", DeclaredUnit.KILOGRAM);
    RequestId request = CARS.asks(MILL, door, "hinge");
    STREET.settle(service, trade);
    MILL.links(request, steel);
    MILL.releases(CARS, steel, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    STREET.settle(service, trade);
    DeclarationId declaration = MILL.company().issued().standing(steel, CARS.id()).get(0).id();
    MILL.emits(steel, "4");
    STREET.settle(service, trade);
    MILL.states(steel);
    UUID correction = MILL.waiting().get(0).id();

    SOMEBODY_ELSES.put(NamingDoors.Kind.PRODUCT, steel.toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.LINE, "hinge");
    SOMEBODY_ELSES.put(NamingDoors.Kind.PLANT, steel.uuid().toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.DECLARATION, declaration.value());
    SOMEBODY_ELSES.put(NamingDoors.Kind.PARTICIPANT, stranger());
    SOMEBODY_ELSES.put(NamingDoors.Kind.REQUEST, request.toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.CORRECTION, correction.toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.MANDATE, mandate(steel).toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.AUDIT, CARS.pretendsToAudit(steel).toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.QUARANTINED, quarantined().toString());
    SOMEBODY_ELSES.put(NamingDoors.Kind.NUMBER, "888888888888");
    SOMEBODY_ELSES.put(NamingDoors.Kind.OTHER, correction.toString());
  }

  /** A company that is in the data space and no partner of ours. */
  private static String stranger() {
    return TestSurroundings.SPACE
        .admit("ssssssssssssssse", "A Stranger", ParticipantKeys.make(), "SUPPLIER")
        .shortId();
  }

  /** The mill orders an audit from the car maker. */
  private static UUID mandate(TraceId steel) {
    MILL.company()
        .exchange()
        .watchDirectory()
        .published(
            TestSurroundings.SPACE.accredit(
                CARS.id(),
                Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofDays(300))));
    return MILL.orders(CARS, steel, 1, Duration.ofDays(10));
  }

  /** The mill has laid something aside. */
  private static UUID quarantined() {
    MILL.company()
        .exchange()
        .receive()
        .giveUp(Way.INBOX, new Envelope("poison".getBytes(StandardCharsets.US_ASCII)));
    return MILL.database().sql().list("select id from quarantine", row -> row.uuid("id")).get(0);
  }
}
