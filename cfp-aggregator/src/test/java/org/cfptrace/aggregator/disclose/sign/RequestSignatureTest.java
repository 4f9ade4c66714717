package org.cfptrace.aggregator.disclose.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.keys.Sha256;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** When a company is asked to sign, under which request, and when that is taken back. */
class RequestSignatureTest {
  private final Desk desk = new Desk();
  private final RequestSignature requests = desk.requests();

  @Test
  void whatTheCompanyIsToldIsWhatItsStatementMustRepeat() {
    requests.whenReady(Desk.US, desk.export());

    SignatureRequestBody told = only();
    SignedExports.Awaited awaited = desk.of(Desk.US, desk.id()).orElseThrow().awaited();
    assertThat(told.overridden()).contains("no data yet");
    assertThat(told.withdrawn()).isFalse();
    assertThat(awaited.warnings()).isEqualTo(told.warnings());
    assertThat(awaited.overridden()).isEqualTo(told.overridden());
  }

  @Test
  void theWarningsThatAreSignedAreThoseOfTheManifest() {
    requests.whenReady(Desk.US, desk.export());

    JsonNode manifest = FactsJson.tree(new String(desk.manifest().bytes(), UTF_8));
    assertThat(manifest.get("products").intValue()).isEqualTo(1);
    assertThat(manifest.get("warnings").intValue()).isEqualTo(3);
    assertThat(only().products()).isEqualTo(1);
    assertThat(only().warnings()).isEqualTo(3);
    assertThat(only().title())
        .isEqualTo(manifest.get("title").textValue())
        .isEqualTo("PACT_3 2026-01-01 to 2026-11-27");
    assertThat(only().manifestSha256())
        .isEqualTo(Base64Url.encode(Sha256.of(desk.manifest().bytes())));
  }

  @Test
  void asLongAsThereIsNoAnswerItIsTheSameRequest() {
    requests.whenReady(Desk.US, desk.export());

    requests.again(Desk.US, desk.id());

    assertThat(desk.sent()).hasSize(2);
    assertThat(desk.sent().get(1)).isEqualTo(desk.sent().get(0));
  }

  @Test
  void afterARefusalItIsANewRequestAndTheRefusalIsGone() {
    requests.whenReady(Desk.US, desk.export());
    desk.refuses("wrong button");

    Export shown = requests.again(Desk.US, desk.id());

    SignatureRequestBody anew = desk.sent().get(1);
    assertThat(anew.requestId()).isNotEqualTo(desk.sent().get(0).requestId());
    assertThat(anew.manifestSha256()).isEqualTo(desk.sent().get(0).manifestSha256());
    AskedSignatures.Asked asked = desk.of(Desk.US, desk.id()).orElseThrow();
    assertThat(asked.requestId()).isEqualTo(anew.requestId().uuid());
    assertThat(asked.awaited().refusal()).isEmpty();
    assertThat(shown.progress().trouble()).isEmpty();
  }

  @Test
  void whatIsSignedIsNotAskedForAgain() {
    requests.whenReady(Desk.US, desk.export());
    desk.signs();

    assertNotAllowed("signed this export already");
    desk.is(ExportState.SIGNED);
    assertNotAllowed("this one is SIGNED");
    assertThat(desk.sent()).hasSize(1);
  }

  @Test
  void whatDoesNotStandAnyMoreIsTakenBackOnce() {
    requests.whenReady(Desk.US, desk.export());
    desk.is(ExportState.REVOKED);

    requests.withdraw(Desk.US, desk.id());
    requests.withdraw(Desk.US, desk.id());

    assertThat(desk.sent()).hasSize(2);
    assertThat(desk.sent().get(1)).isEqualTo(desk.sent().get(0).takenBack());
  }

  @Test
  void whatIsSignedIsTakenBackToo() {
    requests.whenReady(Desk.US, desk.export());
    desk.signs();
    desk.is(ExportState.SUPERSEDED);

    requests.withdraw(Desk.US, desk.id());

    assertThat(desk.sent().get(1).withdrawn()).isTrue();
  }

  @Test
  void nothingIsTakenBackThatWasNotAskedOrWasRefusedOrThatNobodyHears() {
    requests.withdraw(Desk.US, desk.id());
    assertThat(desk.sent()).isEmpty();

    requests.whenReady(Desk.US, desk.export());
    desk.refuses("no");
    requests.withdraw(Desk.US, desk.id());
    assertThat(desk.sent()).hasSize(1);

    requests.again(Desk.US, desk.id());
    desk.nobodyIsThere();
    requests.withdraw(Desk.US, desk.id());
    assertThat(desk.sent()).hasSize(2);
  }

  @Test
  void whatStandsAgainIsAskedForUnderANewRequestWhereItWasNotSigned() {
    requests.whenReady(Desk.US, desk.export());
    requests.withdraw(Desk.US, desk.id());

    requests.standsAgain(Desk.US, desk.id());

    SignatureRequestBody anew = desk.sent().get(2);
    assertThat(anew.withdrawn()).isFalse();
    assertThat(anew.requestId()).isNotEqualTo(desk.sent().get(0).requestId());
    assertThat(desk.of(Desk.US, desk.id()).flatMap(AskedSignatures.Asked::withdrawnAt)).isEmpty();
  }

  @Test
  void whatStandsAgainAndIsSignedIsOnlyUnmarked() {
    requests.whenReady(Desk.US, desk.export());
    desk.signs();
    requests.withdraw(Desk.US, desk.id());

    requests.standsAgain(Desk.US, desk.id());

    assertThat(desk.sent().get(2)).isEqualTo(desk.sent().get(0));
    assertThat(desk.of(Desk.US, desk.id()).flatMap(AskedSignatures.Asked::withdrawnAt)).isEmpty();
  }

  @Test
  void whatWasNeverTakenBackIsNotAskedForByStandingAgain() {
    requests.whenReady(Desk.US, desk.export());

    requests.standsAgain(Desk.US, desk.id());

    assertThat(desk.sent()).hasSize(1);
  }

  @Test
  void askingAgainAfterItWasTakenBackIsANewRequest() {
    requests.whenReady(Desk.US, desk.export());
    requests.withdraw(Desk.US, desk.id());

    requests.again(Desk.US, desk.id());

    assertThat(desk.sent().get(2).requestId()).isNotEqualTo(desk.sent().get(0).requestId());
  }

  private SignatureRequestBody only() {
    assertThat(desk.sent()).hasSize(1);
    return desk.sent().get(0);
  }

  private void assertNotAllowed(String says) {
    assertThatThrownBy(() -> requests.again(Desk.US, desk.id()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_ALLOWED_NOW))
        .hasMessageContaining(says);
  }
}
