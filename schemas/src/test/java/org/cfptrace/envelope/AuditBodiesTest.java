package org.cfptrace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.TreeHash;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the bodies of an audit say is what is read from them, and nothing else is written. */
class AuditBodiesTest {
  private static final RequestId REQUEST =
      RequestId.of("urn:uuid:22222222-2222-4222-8222-222222222222");
  private static final DeclarationId DECLARATION = new DeclarationId("A".repeat(43));
  private static final String TOKEN = "eyJh.eyJi.c2ln";
  private static final String FINGERPRINT = "01234 56789 01234 56789 01234 56789 01234 56789";
  private static final Optional<CommitmentOpening> OPENING =
      Optional.of(new CommitmentOpening(3, 2, 1, BigInteger.TEN));
  private static final LoggedEntry PROOF =
      new LoggedEntry(
          DECLARATION,
          new InclusionProof(12, 70_000, List.of(TreeHash.of(new byte[32]))),
          "origin\n70000\nroot\n\n— key "
              + Base64.getEncoder().encodeToString(new byte[68])
              + "\n");

  @TestFactory
  Stream<DynamicTest> aBodyIsReadAsItWasWritten() {
    MandateIssuedBody mandate = new MandateIssuedBody(TOKEN);
    AttestationBody attestation = new AttestationBody(TOKEN);
    AuditRequestBody first = AuditRequestBody.byMandate(REQUEST, TOKEN, 0);
    AuditRequestBody further =
        AuditRequestBody.byEndorsement(REQUEST, TOKEN, AuditRequestBody.FURTHEST);
    AuditRefusalBody silent =
        new AuditRefusalBody(REQUEST, AuditRefusalReason.NOT_HELD, Optional.empty());
    AuditRefusalBody refusal =
        new AuditRefusalBody(
            REQUEST, AuditRefusalReason.REFUSED_BY_OWNER, Optional.of("お".repeat(1000)));
    return Stream.of(
        roundTrip(mandate, mandate.toJson(), MandateIssuedBody::fromJson),
        roundTrip(attestation, attestation.toJson(), AttestationBody::fromJson),
        roundTrip(first, first.toJson(), AuditRequestBody::fromJson),
        roundTrip(further, further.toJson(), AuditRequestBody::fromJson),
        roundTrip(silent, silent.toJson(), AuditRefusalBody::fromJson),
        roundTrip(refusal, refusal.toJson(), AuditRefusalBody::fromJson),
        roundTrip(PROOF, PROOF.toJson(), LoggedEntry::fromJson),
        roundTrip(full(), full().toJson(), AuditDisclosureBody::fromJson),
        roundTrip(least(), least().toJson(), AuditDisclosureBody::fromJson));
  }

  @Test
  void nothingIsWrittenThatNoReaderTakes() {
    assertRefused(() -> new MandateIssuedBody("a.b"));
    assertRefused(() -> new AttestationBody(TOKEN + "A".repeat(4096)));
    assertRefused(() -> new AuditRequestBody(REQUEST, Optional.of(TOKEN), Optional.of(TOKEN), 0));
    assertRefused(() -> new AuditRequestBody(REQUEST, Optional.empty(), Optional.empty(), 0));
    assertRefused(() -> AuditRequestBody.byMandate(REQUEST, TOKEN, -1));
    assertRefused(() -> AuditRequestBody.byMandate(REQUEST, TOKEN, AuditRequestBody.FURTHEST + 1));
    assertRefused(
        () -> new AuditRefusalBody(REQUEST, AuditRefusalReason.NOT_HELD, Optional.of("")));
    assertRefused(() -> parts(0, 1));
    assertRefused(() -> parts(2, 1));
    assertRefused(() -> parts(1, 10_001));
    assertRefused(
        () -> new AuditedInput(TOKEN, OPENING, Optional.empty(), Optional.empty(), "01234 56789"));
  }

  @Test
  void whatOneMemberSaysMustFitTheOther() {
    ObjectNode part = least().toJson().put("part", 3);

    assertMalformed(() -> AuditDisclosureBody.fromJson(part));
  }

  @Test
  void aDisclosureShowsNothingWhenPrinted() {
    assertThat(full().toString()).contains("1 of 2").doesNotContain(TOKEN);
    assertThat(full().inputs().get(0)).hasToString("AuditedInput");
  }

  private static AuditDisclosureBody full() {
    DeclarationBody shown = new DeclarationBody(TOKEN + "~", OPENING);
    return new AuditDisclosureBody(
        REQUEST,
        1,
        2,
        shown,
        Optional.of(shown),
        Optional.of(PROOF),
        Optional.of(PROOF),
        List.of(
            new AuditedInput(
                TOKEN + "~", OPENING, Optional.of(PROOF), Optional.of(TOKEN), FINGERPRINT),
            new AuditedInput(
                TOKEN + "~",
                Optional.empty(),
                Optional.empty(),
                Optional.of(TOKEN),
                FINGERPRINT,
                Set.of(ClaimName.TOTAL, ClaimName.PRODUCT))));
  }

  private static AuditDisclosureBody least() {
    return parts(2, 2);
  }

  private static AuditDisclosureBody parts(long part, long parts) {
    return new AuditDisclosureBody(
        REQUEST,
        part,
        parts,
        new DeclarationBody(TOKEN + "~", Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static <T> DynamicTest roundTrip(T body, ObjectNode json, Function<JsonNode, T> reader) {
    return DynamicTest.dynamicTest(
        body.getClass().getSimpleName(),
        () ->
            assertThat(reader.apply(StrictJson.parseCarrier(StrictJson.write(json))))
                .isEqualTo(body));
  }

  private static void assertRefused(ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making);
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(MalformedException.class);
  }
}
