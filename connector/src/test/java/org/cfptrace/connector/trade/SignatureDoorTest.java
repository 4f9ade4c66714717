package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disclosure officer signs what an aggregator has made, or refuses it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SignatureDoorTest {
  private static final String DOOR = "/api/v1/signature-requests";
  private static final String CONFIRMED = "{\"manifestSha256\": \"" + ToSign.MANIFEST + "\"}";
  private static final Street STREET = new Street();
  private static final Collector COLLECTOR = STREET.collector("zzzzzzzzzzzzzzsg");

  @Inject Service service;
  @Inject Trade trade;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  @Test
  void itIsSeenSignedAnsweredAndLogged() {
    SignatureRequestBody body = asked();
    String path = DOOR + "/" + body.requestId();
    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "?state=WAITING&limit=100")
        .then()
        .statusCode(200)
        .body("items.requestId", hasItem(body.requestId().toString()));
    Door.as(Roles.ADMIN)
        .get(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("WAITING"))
        .body("requestedBy", equalTo(COLLECTOR.id().did()))
        .body("exportId", equalTo(body.exportId()))
        .body("title", equalTo(body.title()))
        .body("manifestSha256", equalTo(ToSign.MANIFEST))
        .body("manifestSha256Hex", matchesPattern("[0-9a-f]{64}"))
        .body("products", equalTo(1))
        .body("warnings", equalTo(2))
        .body("supersedes", equalTo("exp-0"))
        .body("overridden", equalTo("上流 1 件が未着です。"))
        .body("signature", nullValue());

    deciding(Roles.APPROVER, path + "/signature", CONFIRMED).then().statusCode(403);
    deciding(Roles.ADMIN, path + "/signature", CONFIRMED).then().statusCode(403);
    String signature =
        deciding(Roles.DISCLOSURE_OFFICER, path + "/signature", CONFIRMED)
            .then()
            .statusCode(200)
            .body("state", equalTo("SIGNED"))
            .body("decidedBy", equalTo("disclosure-officer-user"))
            .body("signature", notNullValue())
            .body("logIndex", nullValue())
            .extract()
            .path("signature");
    settle();
    service.exchange().logBook().orElseThrow().round();
    settle();

    List<SignatureAnswerBody> answers = answersTo(body);
    assertThat(answers).hasSize(2);
    assertThat(answers).allSatisfy(each -> assertThat(each.signature()).contains(signature));
    assertThat(answers.get(1).proof()).isPresent();
    assertThat(COLLECTOR.reads(signature).asOptional().orElseThrow().issuer())
        .isEqualTo(service.id());
    Door.as(Roles.DISCLOSURE_OFFICER).get(path).then().body("logIndex", matchesPattern("[0-9]+"));
    deciding(Roles.DISCLOSURE_OFFICER, path + "/refusal", "{\"reason\": \"no\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors.code", hasItem("SIGNED"))
        .body("errors.message", hasItem("nothing is possible any more"));
    Door.as(Roles.AUDITOR)
        .get("/api/v1/journal?limit=100")
        .then()
        .body("items.action", hasItem("export.signed"));
  }

  @Test
  void onlyTheManifestThatWasAskedForIsSigned() {
    String path = DOOR + "/" + asked().requestId();

    deciding(
            Roles.DISCLOSURE_OFFICER,
            path + "/signature",
            "{\"manifestSha256\": \"" + ToSign.OTHER_MANIFEST + "\"}")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body("errors.field", hasItem("manifestSha256"));
    deciding(Roles.DISCLOSURE_OFFICER, path + "/signature", "{}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("manifestSha256"));
    Door.as(Roles.DISCLOSURE_OFFICER).get(path).then().body("state", equalTo("WAITING"));
  }

  @Test
  void itIsRefusedWithAReason() {
    SignatureRequestBody body = asked();
    String path = DOOR + "/" + body.requestId();

    deciding(Roles.DISCLOSURE_OFFICER, path + "/refusal", "{}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("reason"));
    deciding(Roles.DISCLOSURE_OFFICER, path + "/refusal", "{\"reason\": \"wrong year\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("reason", equalTo("wrong year"));
    settle();

    assertThat(answersTo(body))
        .containsExactly(SignatureAnswerBody.refused(body.requestId(), "wrong year"));
    deciding(Roles.DISCLOSURE_OFFICER, path + "/signature", CONFIRMED)
        .then()
        .statusCode(409)
        .body("errors.code", hasItem("REFUSED"));
    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "?state=WAITING&limit=100")
        .then()
        .body("items.requestId", not(hasItem(body.requestId().toString())));
  }

  @Test
  void whatIsTakenBackIsShownSoAndCannotBeSigned() {
    SignatureRequestBody body = asked();
    String path = DOOR + "/" + body.requestId();
    COLLECTOR.asksToSign(service.id(), body.takenBack());
    settle();

    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "?state=WITHDRAWN&limit=100")
        .then()
        .statusCode(200)
        .body("items.requestId", hasItem(body.requestId().toString()));
    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(path)
        .then()
        .body("state", equalTo("WITHDRAWN"))
        .body("withdrawnAt", notNullValue());
    deciding(Roles.DISCLOSURE_OFFICER, path + "/signature", CONFIRMED)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors.code", hasItem("WITHDRAWN"))
        .body("errors.message", hasItem("nothing is possible any more"));
  }

  @Test
  void whatWasSignedBeforeIsShownSoAndDecidedAnew() {
    SignatureRequestBody first = asked();
    String before =
        deciding(Roles.DISCLOSURE_OFFICER, DOOR + "/" + first.requestId() + "/signature", CONFIRMED)
            .then()
            .statusCode(200)
            .body("signedBefore", nullValue())
            .extract()
            .path("decidedAt");
    SignatureRequestBody anew = ToSign.export(first.exportId());
    COLLECTOR.asksToSign(service.id(), anew);
    settle();

    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "/" + anew.requestId())
        .then()
        .body("state", equalTo("WAITING"))
        .body("signedBefore", equalTo(before));
    assertThat(answersTo(anew)).isEmpty();
  }

  @Test
  void whatIsNotThereOrNotAskedForIsSaid() {
    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "?state=LOST")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    Door.as(Roles.DISCLOSURE_OFFICER)
        .get(DOOR + "/urn:uuid:" + UUID.randomUUID())
        .then()
        .statusCode(404);
    Door.as(Roles.DISCLOSURE_OFFICER).get(DOOR + "/first").then().statusCode(404);
    Door.supplier().get(DOOR).then().statusCode(403);
  }

  private SignatureRequestBody asked() {
    SignatureRequestBody body = ToSign.export("exp-" + UUID.randomUUID());
    COLLECTOR.asksToSign(service.id(), body);
    settle();
    return body;
  }

  private static List<SignatureAnswerBody> answersTo(SignatureRequestBody body) {
    return COLLECTOR.signatureAnswers().stream()
        .filter(answer -> answer.requestId().equals(body.requestId()))
        .toList();
  }

  private static Response deciding(String role, String path, String json) {
    return Door.with(Door.as(role), json).post(path);
  }

  private void settle() {
    STREET.settle(service, trade);
  }
}
