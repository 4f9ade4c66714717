package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.Doubt;
import org.cfptrace.connector.audit.AttachedWord;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.policy.Release;
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
    Collector collector = collector();
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
  void whoMaySeeMoreOfACopyLaterIsNotShownTheWordAnyMore() {
    Collector buyer = collector();
    DeclarationId copy = declares(buyer.id(), Audience.NEXT_TIER, ReleaseSwitch.TOTAL);
    IssuedDeclaration hidden = chain.parts.company().issued().find(copy).orElseThrow();
    assertThat(hidden.claims()).containsKeys(ClaimName.QUALITY, ClaimName.ATTEST);
    assertThat(hidden.shown()).doesNotContain(ClaimName.QUALITY, ClaimName.ATTEST);

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();
    DeclarationId again =
        declares(
            buyer.id(),
            Audience.NEXT_TIER,
            ReleaseSwitch.TOTAL,
            ReleaseSwitch.QUALITY,
            ReleaseSwitch.EVIDENCE);
    IssuedDeclaration shown = chain.parts.company().issued().find(again).orElseThrow();

    assertThat(again).isEqualTo(copy);
    assertThat(shown.shown()).contains(ClaimName.QUALITY).doesNotContain(ClaimName.ATTEST);
  }

  /** The word is shown by a declaration that has begun, and not ended, when it is taken back. */
  @Test
  void whoIsBeingShownTheWordJustNowIsTold() throws Exception {
    Collector collector = collector();
    CountDownLatch isDeclared = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Void> declaring =
        CompletableFuture.runAsync(() -> declaresSlowly(collector, isDeclared, mayEnd));
    assertThat(isDeclared.await(1, TimeUnit.MINUTES)).isTrue();
    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.auditor.relay();
    CompletableFuture<?> taking = CompletableFuture.runAsync(chain.parts::take);
    await().atMost(Duration.ofMinutes(1)).until(() -> taking.isDone() || waitingForALock() == 1);

    mayEnd.countDown();
    declaring.get(1, TimeUnit.MINUTES);
    taking.get(1, TimeUnit.MINUTES);
    chain.settle();
    collector.take();

    assertThat(shownTo(collector)).contains(ClaimName.ATTEST);
    assertThat(collector.withdrawals()).containsExactly(heldAtParts());
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
  void whoBreaksWithItsAuditorAndInvitesItAnewIsToldToo() {
    chain.parts.breaksWith(chain.auditor.id());
    chain.settle();
    chain.parts.invites(chain.auditor);
    chain.settle();
    Partner inviting =
        chain.auditor.company().exchange().partners().find(chain.parts.id()).orElseThrow();
    assertThat(inviting.state()).isEqualTo(PartnerState.INVITES_US);
    assertThat(inviting.isTrusted()).isFalse();

    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();

    assertThat(chain.parts.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(readByCars().doubts()).containsExactly(Doubt.WITHDRAWN);
  }

  @Test
  void whereThereIsNoWayTheWithdrawalWaitsForOne() {
    chain.parts.breaksWith(chain.auditor.id());
    chain.settle();
    chain.parts.invites(chain.auditor);
    chain.settle();
    chain.auditor.database().sql().update("update partner set trusted_keys = '{}'");
    chain.auditor.withdrawsAttestation(audit, REASON);
    chain.settle();
    assertThat(chain.parts.told()).doesNotContain(NotificationType.ATTESTATION_WITHDRAWN);

    chain.auditor.accepts(chain.parts.id(), chain.parts.fingerprint());
    chain.world.clock().advance(Duration.ofHours(1));
    chain.settle();

    assertThat(chain.parts.told()).contains(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(readByCars().doubts()).containsExactly(Doubt.WITHDRAWN);
  }

  @Test
  void nobodyIsToldOfAWordItWasNeverShown() {
    chain.parts.says(chain.mill, Way.INBOX, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.settle();

    assertThat(chain.mill.told()).doesNotContain(NotificationType.ATTESTATION_WITHDRAWN);
    assertThat(refusedBy(chain.mill)).isEmpty();
  }

  @Test
  void aWordThatComesBehindItsWithdrawalIsDoubted() {
    Firm bikes = chain.world.firm("Yama Bikes");
    bikes.becomePartnerOf(chain.parts);
    chain.parts.says(bikes, Way.DOOR, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.settle();

    declares(bikes.id(), Audience.NEXT_TIER, ReleaseSwitch.TOTAL, ReleaseSwitch.EVIDENCE);
    chain.settle();

    AttachedWord word = readBy(bikes);
    assertThat(word.doubts()).containsExactly(Doubt.WITHDRAWN);
    assertThat(word.withdrawn().orElseThrow().reason()).isEqualTo(REASON);
  }

  @Test
  void nobodyTakesBackAWordAboutItself() {
    chain.parts.says(chain.mill, Way.DOOR, MessageType.ATTESTATION_WITHDRAWN, by(chain.parts));
    chain.settle();

    assertThat(refusedBy(chain.mill)).containsExactly("MALFORMED_BODY");
  }

  @Test
  void onlySoManyWithdrawalsAreKeptOfWordsThatWereNotShown() {
    chain
        .mill
        .database()
        .sql()
        .update(
            "insert into withdrawn_word (auditor, digest, company, reason, token, withdrawn_at,"
                + " kept_at) select 'a', n::text, ?, 'r', 't', now(), now()"
                + " from generate_series(1, 100) n",
            chain.parts.id().toString());

    chain.parts.says(chain.mill, Way.INBOX, MessageType.ATTESTATION_WITHDRAWN, by(chain.auditor));
    chain.settle();

    assertThat(refusedBy(chain.mill)).containsExactly("UNKNOWN_DECLARATION");
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

  private Collector collector() {
    Collector collector =
        new Collector(
            chain.world.space(), chain.world.broker(), chain.world.clock(), "zzzzzzzzzzzzzzzz");
    collector.becomePartnerOf(chain.parts);
    return collector;
  }

  private DeclarationId declares(ParticipantId to, Audience as, ReleaseSwitch... switches) {
    return chain.parts.database().inNew(() -> declaring(to, as, switches));
  }

  private void declaresSlowly(
      Collector collector, CountDownLatch isDeclared, CountDownLatch mayEnd) {
    chain
        .parts
        .database()
        .doInNew(
            () -> {
              declaring(
                  collector.id(), Audience.AGGREGATOR, ReleaseSwitch.TOTAL, ReleaseSwitch.EVIDENCE);
              isDeclared.countDown();
              awaitLeave(mayEnd);
            });
  }

  /** In the transaction under way. */
  private DeclarationId declaring(ParticipantId to, Audience as, ReleaseSwitch... switches) {
    return chain
        .parts
        .trade()
        .declare()
        .declare(
            new DeclareFootprint.Wish(
                chain.bracket,
                as,
                Optional.of(to),
                Optional.empty(),
                Release.of(Set.of(switches))));
  }

  private static void awaitLeave(CountDownLatch mayEnd) {
    try {
      assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private long waitingForALock() {
    return chain
        .parts
        .database()
        .sql()
        .number(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and database"
                + " = (select oid from pg_database where datname = current_database())");
  }

  private static Set<ClaimName> shownTo(Collector collector) {
    return collector.heard().stream()
        .map(heard -> heard.declaration().orElseThrow())
        .flatMap(declaration -> declaration.shown().stream())
        .collect(Collectors.toSet());
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

  private static List<String> refusedBy(Firm firm) {
    return firm.database().sql().list("select reason from quarantine", row -> row.text("reason"));
  }

  private AttachedWord readByCars() {
    return readBy(chain.cars);
  }

  private AttachedWord readBy(Firm firm) {
    return firm.company().auditing().attachedWord().on(heldBy(firm)).orElseThrow();
  }

  private ReceivedDeclaration heldByCars() {
    return heldBy(chain.cars);
  }

  private ReceivedDeclaration heldBy(Firm firm) {
    return firm.company().received().of(chain.parts.id(), chain.bracket).stream()
        .filter(held -> held.standing().isActive())
        .findFirst()
        .orElseThrow();
  }
}
