package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cfptrace.aggregator.Door.admin;
import static org.cfptrace.aggregator.Door.analyst;
import static org.cfptrace.aggregator.Door.writing;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
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
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.VerifiedMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A maker of cars attaches an auditor's word to what it declares, and the auditor takes it back.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WithdrawnAttestationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REASON = "the meter was read wrongly";
  private static final Set<ClaimName> WITH_THE_WORD = EnumSet.copyOf(Company.ALL_BUT_STAGES);

  static {
    WITH_THE_WORD.add(ClaimName.ATTEST);
  }

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private Company maker;
  private Company auditor;
  private String word;
  private SignedDeclaration car;

  @BeforeEach
  void aCarIsDeclaredWithAnAuditorsWord() {
    maker = newCompany();
    auditor = newCompany();
    word = wordOf(auditor);
    car = carWith(word, 2025);
    send("door", maker.invitation("our cars, please"));
    await().atMost(PATIENCE).until(this::isKnown);
    writing("{\"fingerprint\":\"" + maker.fingerprint() + "\"}")
        .post("/api/v1/partners/" + maker.id.shortId() + "/acceptance")
        .then()
        .statusCode(200);
    accepted("inbox", maker.gives(car, WITH_THE_WORD));
  }

  @Test
  void whoReadsTheDeclarationLearnsSinceWhenAndWhyTheWordIsWorthNothing() {
    declaration(car).body("attestationWithdrawn", nullValue()).body("shown", hasItem("attest"));

    accepted("inbox", tells(auditor, maker.id, word));

    declaration(car)
        .body("attestationWithdrawn.auditorId", equalTo(auditor.id.did()))
        .body("attestationWithdrawn.at", equalTo(now.toString()))
        .body("attestationWithdrawn.reason", equalTo(REASON))
        .body("state", equalTo("ACTIVE"))
        .body("total.exclBiogenicUptake", equalTo("18"));
    analyst(maker.id)
        .get("/api/v1/declarations")
        .then()
        .body("items[0].attestationWithdrawn.reason", equalTo(REASON));
  }

  @Test
  void aLaterDeclarationWithTheSameWordSaysSoAsWell() {
    accepted("inbox", tells(auditor, maker.id, word));

    SignedDeclaration later = carWith(word, 2024);
    accepted("inbox", maker.gives(later, WITH_THE_WORD));

    declaration(later).body("attestationWithdrawn.reason", equalTo(REASON));
  }

  @Test
  void anotherWordStands() {
    SignedDeclaration other = carWith(wordOf(newCompany()), 2024);
    accepted("inbox", maker.gives(other, WITH_THE_WORD));

    accepted("inbox", tells(auditor, maker.id, word));

    declaration(other).body("attestationWithdrawn", nullValue());
  }

  @Test
  void nobodyTakesBackTheWordOfAnother() {
    refused(tells(newCompany(), maker.id, word), "UNKNOWN_DECLARATION");
    refused(tells(maker, maker.id, word), "UNKNOWN_DECLARATION");

    declaration(car).body("attestationWithdrawn", nullValue());
  }

  @Test
  void aWordThatNobodyHasAttachedAndOneAboutAnotherCompanyAreRefused() {
    refused(tells(auditor, maker.id, wordOf(auditor) + "A"), "UNKNOWN_DECLARATION");
    refused(tells(auditor, auditor.id, word), "FORWARDED");
  }

  @Test
  void aFormerPartnerTellsItOverTheDoor() {
    writing("{\"reason\":\"over\"}")
        .post("/api/v1/partners/" + maker.id.shortId() + "/refusal")
        .then()
        .statusCode(200);

    accepted("door", tells(auditor, maker.id, word));

    declaration(car).body("attestationWithdrawn.reason", equalTo(REASON));
  }

  private String wordOf(Company signer) {
    return new Attestation(
            signer.id,
            maker.id,
            now,
            new DeclarationId("A".repeat(43)),
            Company.CAR,
            Period.ofYear(2025),
            AuditResult.VERIFIED,
            Coverage.of("100"),
            Base64Url.encode(new byte[32]))
        .sign(signer.keys.signing());
  }

  private SignedDeclaration carWith(String attached, int year) {
    return maker
        .draft(18, year)
        .with(
            new JsonClaim(
                ClaimName.ATTEST,
                StrictJson.object().put("digest", digestOf(attached)).put("jws", attached)))
        .sign(maker.keys.signing(), Instant.now(), Randomness.secure());
  }

  /** The maker tells that this auditor has taken back a word about that company. */
  private byte[] tells(Company signer, ParticipantId about, String withdrawn) {
    String token =
        new AttestationWithdrawal(signer.id, about, now, digestOf(withdrawn), REASON)
            .sign(signer.keys.signing());
    return maker.says(
        MessageType.ATTESTATION_WITHDRAWN, "car", new AttestationWithdrawnBody(token).toJson());
  }

  private static String digestOf(String word) {
    return Base64Url.encode(Sha256.of(word.getBytes(US_ASCII)));
  }

  private ValidatableResponse declaration(SignedDeclaration declaration) {
    return analyst(maker.id)
        .get("/api/v1/declarations/" + declaration.id().value())
        .then()
        .statusCode(200);
  }

  private boolean isKnown() {
    return admin().get("/api/v1/partners/" + maker.id.shortId()).statusCode() == 200;
  }

  private void accepted(String channel, byte[] envelope) {
    assertThat(answerTo(channel, envelope).refusal()).isEmpty();
  }

  private void refused(byte[] envelope, String reason) {
    assertThat(answerTo("inbox", envelope).refusal()).contains(reason);
  }

  /** Sends it and waits for its receipt. */
  private ReceiptBody answerTo(String channel, byte[] envelope) {
    int before = receipts().size();
    send(channel, envelope);
    await().atMost(PATIENCE).until(() -> receipts().size() == before + 1);
    return receipts().get(before);
  }

  private List<ReceiptBody> receipts() {
    return topics.<String>sink("outbox").received().stream()
        .flatMap(
            message ->
                maker
                    .opens(message.getPayload().getBytes(US_ASCII), aggregator.keys().signing())
                    .stream())
        .filter(message -> message.type() == MessageType.RECEIPT)
        .filter(message -> message.thread().startsWith("car"))
        .map(VerifiedMessage::body)
        .map(ReceiptBody::fromJson)
        .toList();
  }

  private void send(String channel, byte[] envelope) {
    topics.<List<byte[]>>source(channel).send(List.of(envelope));
  }

  private Company newCompany() {
    return new Company(
            Company.newShortId(), registry, signer(), aggregator.keys().encryption().sealingKey())
        .admitted();
  }

  private SigningKey signer() {
    try {
      var key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getDecoder().decode(directoryKey)));
      return SigningKey.of(key, aggregator.trustAnchor().directoryKey().publicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }
}
