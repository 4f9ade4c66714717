package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** A supplier attaches its auditor's word, and every total above says how far that carries it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AuditedInputsTest extends AnalystsDesk {
  private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

  /** Own 10, a coil of 10 audited to 80 %: of 20 kg 8 are audited, 2 signed, 10 not declared. */
  @Test
  void anAuditorsWordReachesTheTotalAndLeavesItWhenItIsTakenBack() {
    partner();
    Company auditor = accredited();
    String word = word(auditor);
    SignedDeclaration coil = attested(word);
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);

    send(maker.gives(coil, shown()));

    awaitAudited("40");
    footprint(car)
        .body("verification.signedOnly", equalTo("10"))
        .body("verification.notDeclared", equalTo("50"))
        .body("lines[0].parts[0].counted.verification.audited", equalTo("80"))
        .body(
            "explanation.en",
            hasItem(
                "rests on: 40 % verified by auditors + 10 % signed declarations alone"
                    + " + 50 % own figures and estimates"));
    get(maker, "/api/v1/declarations/" + coil.id().value())
        .statusCode(200)
        .body("auditorsWord.judged", equalTo(true))
        .body("auditorsWord.auditor", equalTo(auditor.id.did()))
        .body("auditorsWord.verifiedPercent", equalTo("80"))
        .body("auditorsWord.doubts", empty());

    send(maker.says(MessageType.ATTESTATION_WITHDRAWN, "car", withdrawn(auditor, word)));

    awaitAudited("0");
    footprint(car).body("verification.signedOnly", equalTo("50"));
    get(maker, "/api/v1/declarations/" + coil.id().value())
        .body("auditorsWord.doubts[0].code", equalTo("WITHDRAWN"))
        .body("auditorsWord.doubts[0].text.ja", equalTo("監査人が撤回した"));
  }

  /** Given without the word first, and once more with it. */
  @Test
  void aWordThatIsShownLaterIsJudgedThen() {
    partner();
    SignedDeclaration coil = attested(word(accredited()));
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);

    send(maker.gives(coil));
    awaitAudited("0");
    send(maker.gives(coil, shown()));

    awaitAudited("40");
  }

  private void awaitAudited(String percent) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> footprint(car).body("verification.audited", equalTo(percent)));
  }

  private Company accredited() {
    Company auditor = newCompany();
    auditor.inDirectory(auditor.accredited(now.minusSeconds(3600), now.plusSeconds(3600)));
    return auditor;
  }

  private String word(Company auditor) {
    return new Attestation(
            auditor.id,
            maker.id,
            now,
            new DeclarationId("A".repeat(43)),
            Company.CAR,
            Period.ofYear(lastYear()),
            AuditResult.PARTLY_VERIFIED,
            Coverage.of("80"),
            Base64Url.encode(new byte[32]))
        .sign(auditor.keys.signing());
  }

  private SignedDeclaration attested(String word) {
    return maker
        .draft(10, lastYear())
        .with(
            new JsonClaim(
                ClaimName.ATTEST, StrictJson.object().put("digest", digest(word)).put("jws", word)))
        .sign(maker.keys.signing(), Instant.now(), Randomness.secure());
  }

  private ObjectNode withdrawn(Company auditor, String word) {
    return new AttestationWithdrawnBody(
            new AttestationWithdrawal(auditor.id, maker.id, now, digest(word), "a wrong meter")
                .sign(auditor.keys.signing()))
        .toJson();
  }

  private static String digest(String word) {
    return Base64Url.encode(Sha256.of(word.getBytes(US_ASCII)));
  }

  private static Set<ClaimName> shown() {
    Set<ClaimName> shown = EnumSet.copyOf(Company.ALL_BUT_STAGES);
    shown.add(ClaimName.ATTEST);
    return shown;
  }
}
