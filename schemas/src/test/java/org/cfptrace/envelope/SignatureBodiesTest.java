package org.cfptrace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What is asked and answered about a signature is read as it was written. */
class SignatureBodiesTest {
  private static final SignatureRequestId ID =
      SignatureRequestId.of("urn:uuid:55555555-5555-4555-8555-555555555555");
  private static final String TOKEN = "aGVhZGVy.cGF5bG9hZA.c2ln";
  private static final EntryProof PROOF =
      new EntryProof(new InclusionProof(0, 1, List.of()), "log\n1\nAAAA\n\n— log AAAAAAAA\n");

  @Test
  void aRequestIsReadAsItWasWritten() {
    SignatureRequestBody first = request(Optional.empty(), Optional.empty());
    SignatureRequestBody correction = request(Optional.of("exp-1"), Optional.of("上流 1 件が未着です。"));

    assertThat(SignatureRequestBody.fromJson(again(first.toJson()))).isEqualTo(first);
    assertThat(SignatureRequestBody.fromJson(again(correction.toJson()))).isEqualTo(correction);
    assertThat(first.toJson().has("supersedes")).isFalse();
    assertThat(correction.toJson().get("warnings").intValue()).isEqualTo(2);
  }

  @Test
  void aRequestThatIsTakenBackSaysSoAndOtherwiseTheSame() {
    SignatureRequestBody asked = request(Optional.of("exp-1"), Optional.of("no data yet"));
    SignatureRequestBody takenBack = asked.takenBack();

    assertThat(SignatureRequestBody.fromJson(again(takenBack.toJson()))).isEqualTo(takenBack);
    assertThat(takenBack.toJson().get("withdrawn").booleanValue()).isTrue();
    assertThat(takenBack.toJson().without("withdrawn").toString())
        .isEqualTo(asked.toJson().toString());
    assertMalformed(
        () -> SignatureRequestBody.fromJson(again(asked.toJson().put("withdrawn", false))));
  }

  @Test
  void aTitleIsCountedInCharactersAsPeopleSeeThem() {
    ObjectNode json = request(Optional.empty(), Optional.empty()).toJson();

    assertThat(SignatureRequestBody.fromJson(again(json.put("title", "🚗".repeat(200)))).title())
        .hasSize(400);
    assertMalformed(
        () -> SignatureRequestBody.fromJson(again(json.put("title", "🚗".repeat(201)))));
  }

  @Test
  void countsStayInTheirRange() {
    ObjectNode json = request(Optional.empty(), Optional.empty()).toJson();

    assertMalformed(() -> SignatureRequestBody.fromJson(again(json.deepCopy().put("products", 0))));
    assertMalformed(
        () -> SignatureRequestBody.fromJson(again(json.deepCopy().put("warnings", 1L << 31))));
  }

  @Test
  void anAnswerIsReadAsItWasWritten() {
    SignatureAnswerBody signed = SignatureAnswerBody.signed(ID, TOKEN, Optional.empty());
    SignatureAnswerBody logged = SignatureAnswerBody.signed(ID, TOKEN, Optional.of(PROOF));
    SignatureAnswerBody refused = SignatureAnswerBody.refused(ID, "対象期間が違います");

    for (SignatureAnswerBody body : List.of(signed, logged, refused)) {
      assertThat(SignatureAnswerBody.fromJson(again(body.toJson()))).isEqualTo(body);
    }
    assertThat(logged.toJson().get("proof").get("index").textValue()).isEqualTo("0");
  }

  @Test
  void anAnswerIsSignedOrRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SignatureAnswerBody(ID, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SignatureAnswerBody(
                    ID, Optional.of(TOKEN), Optional.of("no"), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SignatureAnswerBody(
                    ID, Optional.empty(), Optional.of("no"), Optional.of(PROOF)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignatureAnswerBody.signed(ID, "no token", Optional.empty()));
  }

  private static SignatureRequestBody request(
      Optional<String> supersedes, Optional<String> overridden) {
    return new SignatureRequestBody(
        ID,
        "exp-2",
        "EU_BATTERY_ART7",
        "EU バッテリー CFP 宣言",
        "B".repeat(42) + "A",
        1,
        supersedes,
        2,
        overridden,
        false);
  }

  private static JsonNode again(ObjectNode json) {
    return StrictJson.parse(StrictJson.write(json));
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(MalformedException.class);
  }
}
