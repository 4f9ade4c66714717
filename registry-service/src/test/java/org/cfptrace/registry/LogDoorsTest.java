package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.TileName;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.registry.log.CheckpointRelay;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log over HTTP: handing in, reading, proving, marking; and accreditations. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class LogDoorsTest {
  private static final String LOG = "/api/v1/log/";

  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject Clock clock;
  @Inject LogWriter writer;
  @Inject CheckpointRelay relay;
  @Inject TableDump tables;

  private final Randomness random = Randomness.secure();
  private EnrolledParticipant mill;

  @BeforeEach
  void aMillThatTakesPart() {
    mill = Newcomer.comesIn(registry, directory, "mill " + UUID.randomUUID());
  }

  @Test
  void aDeclarationHandedInIsProvenByAStranger() {
    String id = Base64Url.encode(random.bytes(32));
    submits(mill, id).then().statusCode(200).body("entries[0].entry", equalTo(id));
    writer.turn();
    long index = place(mill, id);

    String note = given().get(LOG + "checkpoint").asString();
    long size = trust().witnessed(note).orElseThrow().checkpoint().size();
    var answer = given().get(LOG + "proof/inclusion?index=" + index + "&size=" + size).jsonPath();
    var proof =
        new InclusionProof(
            answer.getLong("index"), answer.getLong("size"), path(answer.getList("path")));

    var inclusion = new LoggedEntry(new DeclarationId(id), proof, note).check(trust());

    assertThat(inclusion.orElseThrow().index()).isEqualTo(index);
    assertThat(inclusion.orElseThrow().time()).isBefore(clock.instant().plusSeconds(1));
  }

  @Test
  void aStrangerMakesTheProofFromPublicTilesAlone() {
    List<String> ids =
        IntStream.range(0, 300).mapToObj(i -> Base64Url.encode(random.bytes(32))).toList();
    submits(mill, ids.toArray(String[]::new)).then().statusCode(200);
    writer.turn();
    long index = place(mill, ids.get(123));
    var checkpoint = shown().checkpoint();

    var tiles = new Tiles(overHttp(), checkpoint.size());

    assertThat(tiles.root()).isEqualTo(checkpoint.root());
    assertThat(
            tiles
                .inclusion(index)
                .check(LogEntry.ofDeclaration(new DeclarationId(ids.get(123))), checkpoint)
                .whyNot())
        .isEmpty();
  }

  @Test
  void theLogOnlyGrowsAndProvesIt() {
    writer.turn();
    var older = shown().checkpoint();
    submits(mill, Base64Url.encode(random.bytes(32)));
    writer.turn();
    var newer = shown().checkpoint();

    var answer =
        given()
            .get(LOG + "proof/consistency?from=" + older.size() + "&to=" + newer.size())
            .jsonPath();
    var proof =
        new ConsistencyProof(
            answer.getLong("from"), answer.getLong("to"), path(answer.getList("path")));

    assertThat(proof.check(older, newer).whyNot()).isEmpty();
  }

  @Test
  void aBundleHoldsTheEntriesOfItsTile() {
    String id = Base64Url.encode(random.bytes(32));
    submits(mill, id);
    writer.turn();
    long index = place(mill, id);
    TileName bundle =
        TileName.in(shown().checkpoint().size(), TileName.ENTRIES, index / 256).orElseThrow();

    byte[] bytes = given().get(LOG + "tile/" + bundle.path()).asByteArray();

    int at = (int) (index % 256) * 35;
    assertThat(bytes).hasSize(bundle.width() * 35);
    assertThat(Arrays.copyOfRange(bytes, at + 2, at + 35))
        .isEqualTo(LogEntry.ofDeclaration(new DeclarationId(id)).bytes());
  }

  @Test
  void handingInAgainChangesNothingAndTellsThePlace() {
    String id = Base64Url.encode(random.bytes(32));
    submits(mill, id, id).then().statusCode(200).body("entries[1].entry", equalTo(id));
    submits(mill, id).then().statusCode(200);
    writer.turn();
    long first = place(mill, id);
    long size = shown().checkpoint().size();

    assertThat(place(mill, id)).isEqualTo(first);
    writer.turn();
    assertThat(shown().checkpoint().size()).isEqualTo(size);
  }

  @Test
  void onlyItsIssuerSaysWhatBecameOfADeclaration() {
    EnrolledParticipant other = Newcomer.comesIn(registry, directory, "other");
    String declared = declaredBy(mill);
    String id = idOf(declared);
    // Whoever hands it in first, as a customer may, has no say in it for that.
    submits(other, id).then().statusCode(200);
    submits(mill, id);
    writer.turn();
    long index = place(mill, id);

    marks(other, id, declared, "\"recalled\":true")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    marks(other, id, declaredBy(other), "\"recalled\":true").then().statusCode(404);
    marks(mill, id, declared, "\"superseded\":true")
        .then()
        .statusCode(200)
        .body("index", equalTo(Long.toString(index)))
        .body("superseded", equalTo(true))
        .body("recalled", equalTo(false));
    writer.turn();

    var list = statusList().list();
    assertThat(list.isSuperseded(index)).isTrue();
    assertThat(list.isRecalled(index)).isFalse();
  }

  @Test
  void whatIsNoDeclarationShowsNoIssuer() {
    String id = idOf(declaredBy(mill));

    marks(mill, id, "nothing", "\"recalled\":true")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("signingInput"));
  }

  @Test
  void whatIsSaidBeforeAnEntryHasItsPlaceIsInTheListOnceItHas() {
    String declared = declaredBy(mill);
    String id = idOf(declared);
    submits(mill, id);
    marks(mill, id, declared, "\"recalled\":true").then().statusCode(200);
    writer.turn();
    writer.turn();

    assertThat(statusList().list().isRecalled(place(mill, id))).isTrue();
  }

  @Test
  void eachVersionOfTheStatusListIsAnEntry() {
    writer.turn();
    StatusListToken list = statusList();
    writer.turn();
    long size = shown().checkpoint().size();

    assertThat(entries(size)).contains(list.entry());
  }

  @Test
  void whateverTheRegistrySaysOfAParticipantIsAnEntry() {
    String id = mill.id().shortId();
    List<LogEntry> said = new ArrayList<>();
    said.add(entry(id).record().logEntry());
    accredits(id).then().statusCode(201);
    said.add(entry(id).record().logEntry());
    standing(id, Method.POST, "found out").then().statusCode(200);
    said.add(entry(id).record().logEntry());
    standing(id, Method.DELETE, "cleared").then().statusCode(200);
    said.add(entry(id).record().logEntry());
    Newcomer.enrols(registry, directory.resolve("new keys " + id), newCode(id));
    said.add(entry(id).record().logEntry());
    assertThat(said).doesNotHaveDuplicates();

    writer.turn();

    assertThat(entries(shown().checkpoint().size())).containsAll(said);
  }

  @Test
  void aCheckpointIsStampedByAnAuthorityThatKnowsNothingOfTheLog() {
    writer.turn();
    var trust = trust();

    var items = given().get(LOG + "timestamps").jsonPath();
    var stamp =
        new Timestamp(
            items.getString("items[0].checkpoint"),
            Base64.getDecoder().decode(items.getString("items[0].token")));

    assertThat(stamp.check(trust.timestampCertificate().orElseThrow()).orElseThrow())
        .isBetween(clock.instant().minusSeconds(600), clock.instant().plusSeconds(2));
    assertThat(trust.witnessed(stamp.note()).whyNot()).isEmpty();
  }

  @Test
  void theAnchorHandedOutNamesTheLogAndItsWitnesses() {
    TrustAnchor handedOut = Newcomer.trustAnchor();

    assertThat(handedOut.log()).contains(trust());
    assertThat(trust().witnesses()).hasSize(2);
    assertThat(trust().quorum()).isEqualTo(2);
  }

  @Test
  void noTileIsShownBeforeACheckpointCoversIt() {
    writer.turn();
    long size = shown().checkpoint().size();
    long beyond = size / 256 + 1;

    for (String name :
        List.of(
            "0/" + TileName.in(size + 256 * 2, 0, beyond).orElseThrow().path().substring(2),
            "0/000.p/0",
            "9/000",
            "0/1",
            "nothing")) {
      given().get(LOG + "tile/" + name).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
  }

  @Test
  void aProofThatCannotBeIsRefused() {
    writer.turn();
    long size = shown().checkpoint().size();

    for (String question :
        List.of(
            "inclusion?index=" + size,
            "inclusion?index=0&size=" + (size + 1),
            "inclusion?index=-1",
            "inclusion?index=x",
            "inclusion",
            "consistency?from=" + (size + 1),
            "consistency?from=0&to=99999999999")) {
      given()
          .get(LOG + "proof/" + question)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  @Test
  void whatIsNoEntryIsRefusedWithItsPlaceInTheRequest() {
    String good = Base64Url.encode(random.bytes(32));
    byte[] event = random.bytes(33);
    event[0] = 2;
    for (String bad :
        List.of("short", good + "=", Base64Url.encode(event), Base64Url.encode(random.bytes(34)))) {
      submits(mill, good, bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_FIELDS"))
          .body("errors.field", hasItem(containsString("entries")));
    }
    submits(mill).then().statusCode(400);
  }

  @Test
  void nobodyHandsInWithoutASignature() {
    given()
        .contentType("application/json")
        .body("{\"entries\":[\"x\"]}")
        .post(LOG + "entries")
        .then()
        .statusCode(401)
        .body("code", equalTo("SIGNED_CALL_REFUSED"));
  }

  @Test
  void nobodyHandsInWhileSuspended() {
    String id = Base64Url.encode(random.bytes(32));
    var call = call(mill, "entries", "{\"entries\":[\"" + id + "\"]}");
    standing(mill.id().shortId(), Method.POST, "test").then().statusCode(200);

    int status = call.post(LOG + "entries").statusCode();

    assertThat(status).isIn(401, 409);
  }

  @Test
  void anAccreditationIsInTheSignedEntryUntilItEnds() {
    String id = mill.id().shortId();
    accredits(id).then().statusCode(201).body("scope[0]", equalTo("CFP_AUDIT"));
    assertThat(entry(id).isAccredited(Accreditation.CFP_AUDIT, clock.instant())).isTrue();

    Newcomer.write()
        .body("{\"reason\":\"membership ended\"}")
        .delete("/api/v1/accreditations/" + id)
        .then()
        .statusCode(200);

    assertThat(entry(id).isAccredited(Accreditation.CFP_AUDIT, clock.instant())).isFalse();
    given()
        .get("/api/v1/accreditations?limit=100")
        .then()
        .statusCode(200)
        .body("items.participantId", hasItem(id));
    Newcomer.write()
        .body("{\"reason\":\"again\"}")
        .delete("/api/v1/accreditations/" + id)
        .then()
        .statusCode(409)
        .body("code", equalTo("WRONG_STATUS"));
    assertThat(tables.all())
        .contains(",ACCREDITED," + id + ",")
        .contains(",ACCREDITATION_ENDED," + id + ",");
  }

  @Test
  void anAccreditationNamesItsFaults() {
    Newcomer.write()
        .body(
            "{\"participantId\":\"x\",\"scope\":[\"BAKING\"],\"from\":\"now\",\"until\":\"2099-01-01\"}")
        .post("/api/v1/accreditations")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("scope[0]"))
        .body("errors.field", hasItem("from"))
        .body("errors.field", hasItem("until"));
  }

  @Test
  void checkpointsGoToTheTopicOnce() {
    writer.turn();
    while (relay.relay() > 0) {
      // Whatever other tests left.
    }

    assertThat(relay.relay()).isZero();
  }

  private static Response accredits(String id) {
    return Newcomer.write()
        .body(
            """
            {"participantId":"%s","scope":["CFP_AUDIT"],
             "from":"2026-01-01T00:00:00Z","until":"2099-01-01T00:00:00Z"}
            """
                .formatted(id))
        .post("/api/v1/accreditations");
  }

  private static Response standing(String id, Method method, String reason) {
    return Newcomer.write()
        .body("{\"reason\":\"" + reason + "\"}")
        .request(method, "/api/v1/participants/" + id + "/suspension");
  }

  private static JsonPath newCode(String id) {
    return Newcomer.write()
        .post("/api/v1/participants/" + id + "/enrolment-codes")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private long place(EnrolledParticipant who, String id) {
    String index = submits(who, id).then().statusCode(200).extract().path("entries[0].index");
    return Long.parseLong(index);
  }

  private Response submits(EnrolledParticipant who, String... ids) {
    String body =
        Arrays.stream(ids)
            .map(id -> "\"" + id + "\"")
            .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    return call(who, "entries", body).post(LOG + "entries");
  }

  private Response marks(EnrolledParticipant who, String id, String signingInput, String flags) {
    String body =
        "{\"entry\":\"" + id + "\",\"signingInput\":\"" + signingInput + "\"," + flags + "}";
    return call(who, "status", body).post(LOG + "status");
  }

  /** Header and payload of a declaration, as its issuer has signed them. */
  private static String declaredBy(EnrolledParticipant issuer) {
    byte[] payload =
        StrictJson.write(
            StrictJson.object()
                .put("iss", issuer.id().did())
                .put("jti", "urn:uuid:" + UUID.randomUUID()));
    String token = Jws.sign(issuer.keys().signing(), DraftDeclaration.TYP, payload);
    return token.substring(0, token.lastIndexOf('.'));
  }

  private static String idOf(String signingInput) {
    return DeclarationId.ofSigningInput(
            signingInput.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .value();
  }

  private RequestSpecification call(EnrolledParticipant who, String door, String body) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            SignedCall.authorise(
                who.keys().signing(),
                who.id(),
                "did:web:" + Surroundings.DOMAIN,
                "POST",
                registry.resolve(LOG + door),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                clock))
        .body(body);
  }

  private static LogTrust trust() {
    return TrustAnchor.parse(given().get("/api/v1/trust-anchor").asString()).log().orElseThrow();
  }

  private static SignedCheckpoint shown() {
    return trust().witnessed(given().get(LOG + "checkpoint").asString()).orElseThrow();
  }

  private static StatusListToken statusList() {
    return StatusListToken.read(
        given().get("/api/v1/status-list").asString(), Newcomer.trustAnchor());
  }

  private static DirectoryEntry entry(String shortId) {
    return DirectoryEntry.read(
        given().get("/api/v1/participants/" + shortId).path("entry"), Newcomer.trustAnchor());
  }

  private static List<TreeHash> path(List<String> texts) {
    return texts.stream().map(TreeHash::parse).toList();
  }

  private static TileSource overHttp() {
    return name -> {
      var answer = given().get(LOG + "tile/" + name.path());
      return answer.statusCode() == 200
          ? Optional.of(answer.asByteArray())
          : Optional.<byte[]>empty();
    };
  }

  private static List<LogEntry> entries(long size) {
    return IntStream.rangeClosed(0, (int) ((size - 1) / 256))
        .mapToObj(number -> TileName.in(size, TileName.ENTRIES, number).orElseThrow())
        .flatMap(
            name -> {
              byte[] bytes = overHttp().read(name).orElseThrow();
              return IntStream.range(0, name.width())
                  .mapToObj(
                      i -> LogEntry.parse(Arrays.copyOfRange(bytes, i * 35 + 2, i * 35 + 35)));
            })
        .toList();
  }
}
