package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.Doubt;
import org.cfptrace.connector.audit.AttachedWord;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.keys.Sha256;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** An auditor takes back what it has attested of a bracket, which its buyer has read. */
class WithdrawnAttestationTest {
  private static final String REASON = "the meter was read wrongly";

  private final Audited chain = new Audited();
  private final UUID audit = attested();

  @Test
  void whatIsDeclaredLaterCarriesTheWordNoMore() {
    assertThat(heldByCars().claims()).containsKey(ClaimName.ATTEST);

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();
    chain.parts.emits(chain.bracket, "7");
    chain.settle();

    assertThat(chain.parts.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(heldByCars().claims()).doesNotContainKey(ClaimName.ATTEST);
  }

  @Test
  void whoWasShownTheWordIsToldAndReadsWhy() {
    assertThat(readByCars().doubts()).isEmpty();

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();

    AttachedWord word = readByCars();
    assertThat(word.doubts()).containsExactly(Doubt.WITHDRAWN);
    assertThat(word.withdrawn().orElseThrow().reason()).isEqualTo(REASON);
    assertThat(word.attestation()).isPresent();
    assertThat(chain.cars.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(chain.mill.told()).doesNotContain(NotificationType.ATTESTATION_WITHDRAWN);
  }

  /** The copy that carries the word was made for an aggregator: its totals rest on the word. */
  @Test
  void anAggregatorThatWasShownTheWordIsToldToo() {
    chain
        .parts
        .database()
        .sql()
        .update(
            "update issued_declaration set audience = 'AGGREGATOR' where audience = 'NEXT_TIER'");

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();

    assertThat(chain.cars.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
  }

  @Test
  void anAggregatorThatWasShownTheWordIsTold() {
    Collector collector =
        new Collector(
            chain.world.space(), chain.world.broker(), chain.world.clock(), "zzzzzzzzzzzzzzzz");
    collector.becomePartnerOf(chain.parts);
    chain.parts.declaresTo(
        collector.id(), chain.bracket, ReleaseSwitch.TOTAL, ReleaseSwitch.EVIDENCE);
    chain.settle();
    collector.take();
    assertThat(collector.heard().get(0).declaration().orElseThrow().shown())
        .contains(ClaimName.ATTEST);

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();
    collector.take();

    assertThat(collector.withdrawals()).containsExactly(heldAtParts());
    assertThat(collector.refusals()).isEmpty();
  }

  @Test
  void aFormerCustomerThatWasShownTheWordIsTold() {
    chain.parts.breaksWith(chain.cars.id());
    chain.settle();

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();

    assertThat(readByCars().doubts()).containsExactly(Doubt.WITHDRAWN);
    assertThat(readByCars().withdrawn().orElseThrow().reason()).isEqualTo(REASON);
  }

  @Test
  void aFormerAuditorTakesItsWordBackToo() {
    chain.parts.breaksWith(chain.auditor.id());
    chain.settle();

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();

    assertThat(chain.parts.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(readByCars().doubts()).containsExactly(Doubt.WITHDRAWN);
  }

  @Test
  void nobodyIsToldOfAWordItWasNeverShown() {
    chain.parts.says(chain.mill, Way.INBOX, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.parts.says(chain.mill, Way.DOOR, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.settle();

    assertThat(chain.mill.told()).doesNotContain(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(
            chain
                .mill
                .database()
                .sql()
                .list("select reason from quarantine", row -> row.text("reason")))
        .containsExactly("UNKNOWN_DECLARATION", "UNKNOWN_DECLARATION");
  }

  @Test
  void aWordIsTakenBackOnceAndOnlyWhereThereIsOne() {
    chain.auditor.withdrawsAttestation(audit, REASON);

    assertRefused(() -> chain.auditor.withdrawsAttestation(audit, "once more"));
    UUID mandate = chain.parts.orders(chain.auditor, chain.bracket, 50, Audited.HALF_A_YEAR);
    chain.settle();
    UUID notAttested = chain.auditor.audits(mandate);
    assertRefused(() -> chain.auditor.withdrawsAttestation(notAttested, REASON));
  }

  @Test
  void nobodyTakesBackTheWordOfAnother() {
    chain.mill.says(chain.parts, Way.INBOX, MessageType.ATTESTATION_WITHDRAWN, by(chain.mill));
    chain.settle();

    assertThat(readByCars().doubts()).isEmpty();
    chain.parts.emits(chain.bracket, "7");
    chain.settle();
    assertThat(heldByCars().claims()).containsKey(ClaimName.ATTEST);
  }

  @Test
  void aWithdrawalIsTakenFromTheAuditorOrTheCompanyAndFromNobodyElse() {
    chain.mill.says(chain.parts, Way.INBOX, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.settle();

    assertThat(chain.parts.told()).doesNotContain(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(readByCars().doubts()).isEmpty();
  }

  /** The bracket is audited, attested and declared anew, and its buyer is shown the word. */
  private UUID attested() {
    chain.everybodyAnswers();
    chain.parts.becomePartnerOf(chain.auditor);
    chain.parts.states(chain.bracket);
    chain.settle();
    UUID mandate = chain.parts.orders(chain.auditor, chain.bracket, 50, Audited.HALF_A_YEAR);
    chain.settle();
    UUID begun = chain.auditor.audits(mandate);
    chain.settle();
    chain.auditor.attests(begun);
    chain.settle();
    chain.parts.emits(chain.bracket, "6");
    chain.settle();
    chain.parts.releases(
        chain.cars,
        chain.bracket,
        RedeclareRule.AUTOMATIC,
        ReleaseSwitch.TOTAL,
        ReleaseSwitch.EVIDENCE);
    chain.settle();
    return begun;
  }

  private ObjectNode by(Firm signer) {
    String word = chain.auditor.audit(audit).attestation().orElseThrow();
    String token =
        new AttestationWithdrawal(
                signer.id(),
                chain.parts.id(),
                chain.world.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                Base64Url.encode(Sha256.of(word.getBytes(StandardCharsets.US_ASCII))),
                REASON)
            .sign(signer.signing());
    return new AttestationWithdrawnBody(token).toJson();
  }

  private AttestationWithdrawnBody heldAtParts() {
    return new AttestationWithdrawnBody(
        chain
            .parts
            .database()
            .sql()
            .first("select token from withdrawn_word", row -> row.text("token"))
            .orElseThrow());
  }

  private static void assertRefused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ILLEGAL_MOVE));
  }

  private AttachedWord readByCars() {
    return chain.cars.company().auditing().attachedWord().on(heldByCars()).orElseThrow();
  }

  private ReceivedDeclaration heldByCars() {
    return chain.cars.company().received().of(chain.parts.id(), chain.bracket).stream()
        .filter(held -> held.standing().isActive())
        .findFirst()
        .orElseThrow();
  }
}
