package org.cfptrace.connector.trade;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.connector.audit.AttachedWord;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** A supplier may attach what it likes; its customer sees what that is worth. */
class AttachedWordTest {
  private final Audited chain = new Audited();
  private final ReceivedDeclaration bracket =
      chain.cars.company().received().of(chain.parts.id(), chain.bracket).get(0);

  @Test
  void theWordOfAnAccreditedAuditorHolds() {
    AttachedWord word = readOn(bracket, word(chain.auditor));

    assertThat(word.doubts()).isEmpty();
    assertThat(word.attestation().orElseThrow().issuer()).isEqualTo(chain.auditor.id());
    assertThat(word.attestation().orElseThrow().result()).isEqualTo(AuditResult.VERIFIED);
  }

  @Test
  void whereNothingIsAttachedThereIsNoWord() {
    assertThat(chain.cars.company().auditing().attachedWord().on(bracket)).isEmpty();
  }

  @Test
  void anAuditorThatIsOneNoMoreWasOneThen() {
    String signedThen = word(chain.auditor);
    chain.world.clock().advance(Duration.ofDays(2));
    Instant now = chain.world.clock().instant();
    publish(now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(1)));

    assertThat(readOn(bracket, signedThen).doubts()).isEmpty();
    assertThat(readOn(bracket, word(chain.auditor)).doubts()).containsExactly(Doubt.NOT_ACCREDITED);
  }

  @Test
  void aCompanyIsNoAuditorOfItself() {
    assertThat(readOn(bracket, word(chain.parts)).doubts())
        .containsExactly(Doubt.OWN_WORD, Doubt.NOT_ACCREDITED);
  }

  @Test
  void aWordAboutSomethingElseIsNone() {
    String another =
        said(chain.auditor, chain.mill.id(), chain.steel, Period.ofYear(2020), AuditResult.FAILED);

    assertThat(readOn(bracket, another).doubts())
        .containsExactly(
            Doubt.OTHER_COMPANY, Doubt.OTHER_PRODUCT, Doubt.OTHER_PERIOD, Doubt.FOUND_FAULTS);
  }

  @Test
  void aBrokenSignatureAndAWordThatIsNoneSayNothing() {
    String word = word(chain.auditor);
    String broken = word.substring(0, word.lastIndexOf('.') + 1) + "A".repeat(86);

    for (String none : new String[] {broken, "", "VERIFIED"}) {
      AttachedWord read = readOn(bracket, none);
      assertThat(read.doubts()).containsExactly(Doubt.NOT_SIGNED);
      assertThat(read.attestation()).isEmpty();
    }
    assertThat(readOn(bracket, StrictJson.object()).doubts()).containsExactly(Doubt.NOT_SIGNED);
  }

  @Test
  void theDigestOfSomethingElseIsSeen() {
    ObjectNode swapped =
        StrictJson.object()
            .put("digest", Base64Url.encode(new byte[32]))
            .put("jws", word(chain.auditor));

    assertThat(readOn(bracket, swapped).doubts()).containsExactly(Doubt.OTHER_DIGEST);
  }

  private String word(Firm signer) {
    return said(
        signer, chain.parts.id(), chain.bracket, bracket.period().period(), AuditResult.VERIFIED);
  }

  private String said(
      Firm signer, ParticipantId company, TraceId product, Period period, AuditResult result) {
    return new Attestation(
            signer.id(),
            company,
            chain.world.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            bracket.id(),
            product,
            period,
            result,
            Coverage.of("100"),
            Base64Url.encode(new byte[32]))
        .sign(signer.signing());
  }

  private AttachedWord readOn(ReceivedDeclaration declaration, String token) {
    String digest = Base64Url.encode(Sha256.of(token.getBytes(US_ASCII)));
    return readOn(declaration, StrictJson.object().put("digest", digest).put("jws", token));
  }

  private AttachedWord readOn(ReceivedDeclaration declaration, ObjectNode attached) {
    Map<ClaimName, Claim> claims = new EnumMap<>(declaration.claims());
    claims.put(ClaimName.ATTEST, new JsonClaim(ClaimName.ATTEST, attached));
    return chain
        .cars
        .company()
        .auditing()
        .attachedWord()
        .on(
            new ReceivedDeclaration(
                declaration.number(),
                declaration.id(),
                declaration.issuer(),
                claims,
                declaration.commitment(),
                declaration.opening(),
                declaration.issuedAt(),
                declaration.receivedAt(),
                declaration.standing(),
                declaration.isLinked()))
        .orElseThrow();
  }

  private void publish(Instant from, Instant until) {
    chain
        .cars
        .company()
        .exchange()
        .watchDirectory()
        .published(chain.world.space().accredit(chain.auditor.id(), from, until));
  }
}
