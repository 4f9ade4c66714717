package org.cfptrace.connector.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** The way up the chain: whom an answer leads to, and what of others is in it. */
class AuditWayTest {
  private final Audited chain = new Audited();

  @Test
  void whatItsIssuerDoesNotLetGoOnIsShownByItsIssuerAlone() {
    chain.everybodyAnswers();
    chain.mill.letsHandOnTo();
    chain.mill.emits(chain.steel, "4");
    chain.settle();
    chain.cars.states(chain.car);
    chain.settle();

    UUID audit = chain.begin(50);
    chain.settle();

    DeclarationId steelCopy = chain.auditor.hops(audit).get(2).declaration().orElseThrow();
    assertThat(chain.parts.accessJournal())
        .filteredOn(entry -> entry.declaration().equals(Optional.of(steelCopy)))
        .extracting(AccessEntry::claims)
        .containsExactly(Set.of());
    assertThat(chain.mill.accessJournal())
        .anySatisfy(entry -> assertThat(entry.claims()).contains(ClaimName.TOTAL));
    ObjectNode handedOn = (ObjectNode) answer(audit, 1).get("inputs").get(0);
    assertThat(handedOn.get("declaration").textValue()).matches("[A-Za-z0-9._-]+~");
    assertThat(handedOn.has("opening")).isFalse();
    Audit done = chain.auditor.audit(audit);
    assertThat(chain.report(done).hops())
        .extracting(ReportedHop::outcome)
        .containsOnly(HopOutcome.VERIFIED);
    assertThat(done.result()).contains(AuditResult.VERIFIED);
    assertThat(
            new BundleVerifier(chain.world.space().anchor())
                .verify(chain.auditor.company().auditing().audits().bundle(audit).orElseThrow())
                .asOptional()
                .orElseThrow()
                .holds())
        .isTrue();
  }

  @Test
  void anEndorsementForWhatTheSumDoesNotNameLeadsNowhere() {
    UUID audit = secondAudit();
    DeclarationId millsOwn = chain.mill.states(chain.steel);
    chain.settle();
    ObjectNode forged = partsAnswer(audit);
    String token =
        new String(chain.mill.company().issued().kept(millsOwn).orElseThrow().bytes(), UTF_8);
    ObjectNode more = forged.withArray("inputs").get(0).deepCopy();
    more.put("declaration", token.substring(0, token.indexOf('~') + 1));
    more.remove(List.of("opening", "proof"));
    more.put(
        "endorsement",
        chain.parts.endorses(
            chain.mill.id(), chain.auditor, millsOwn, 3, Audited.HALF_A_YEAR.minusDays(2)));
    forged.withArray("inputs").add(more);

    chain.parts.says(chain.auditor, Way.INBOX, MessageType.AUDIT_DISCLOSURE, forged);
    chain.settle();

    assertThat(chain.auditor.hops(audit)).hasSize(3);
    assertThat(chain.auditor.hops(audit))
        .extracting(AuditHop::declaration)
        .doesNotContain(Optional.of(millsOwn));
  }

  @Test
  void whoIsEndorsedByAStrangerIsNotAskedAndTheReportSaysSo() {
    UUID audit = secondAudit();
    ObjectNode forged = partsAnswer(audit);
    ObjectNode input = (ObjectNode) forged.withArray("inputs").get(0);
    DeclarationId steelCopy = chain.mill.company().issued().standingCopies(chain.steel).get(0).id();
    input.put(
        "endorsement",
        chain.cars.endorses(
            chain.mill.id(), chain.auditor, steelCopy, 3, Audited.HALF_A_YEAR.minusDays(2)));

    chain.parts.says(chain.auditor, Way.INBOX, MessageType.AUDIT_DISCLOSURE, forged);
    chain.settle();

    assertThat(chain.auditor.hops(audit).get(2).state()).isEqualTo(AuditHop.State.NOT_ASKED);
    assertThat(chain.mill.accessJournal()).hasSize(2);
    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.PARTLY_VERIFIED);
    assertThat(chain.report(done).hops().get(2).detail().orElseThrow()).contains("not asked");
  }

  @Test
  void theWayByWhichTheChainGoesDeeperCounts() {
    chain.everybodyAnswers();
    chain.parts.isOffline(true);
    UUID audit = chain.begin(50);
    chain.settle();
    DeclarationId steelCopy = chain.mill.company().issued().standingCopies(chain.steel).get(0).id();
    AuditHop first = chain.auditor.hops(audit).get(0);
    AuditHop shallow =
        new AuditHop(
            RequestId.random(),
            audit,
            Optional.of(first.requestId()),
            chain.mill.id(),
            Optional.of(steelCopy),
            Optional.of(chain.mill.fingerprint()),
            Leave.Kind.ENDORSEMENT,
            chain.parts.endorses(chain.mill.id(), chain.auditor, steelCopy, 1, Audited.HALF_A_YEAR),
            1,
            first.leaveUntil(),
            first.waitUntil(),
            AuditHop.State.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    chain
        .auditor
        .database()
        .doInNew(
            () ->
                chain
                    .auditor
                    .company()
                    .auditing()
                    .audits()
                    .add(shallow, chain.world.clock().instant()));
    chain.settle();
    assertThat(ofSteel(audit, steelCopy).state()).isEqualTo(AuditHop.State.ANSWERED);

    chain.parts.isOffline(false);
    chain.settle();

    assertThat(ofSteel(audit, steelCopy).depth()).isEqualTo(48);
    assertThat(ofSteel(audit, steelCopy).state()).isEqualTo(AuditHop.State.ANSWERED);
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);
  }

  @Test
  void anAnswerThatIsTooLargeIsNotKept() {
    chain.everybodyAnswers();
    chain.parts.answersAuditors(AuditMode.ASK);
    UUID audit = chain.begin(50);
    chain.settle();
    RequestId hop = chain.auditor.hops(audit).get(1).requestId();
    chain
        .auditor
        .database()
        .sql()
        .update("update audit_hop set bytes = 67108800 where request_id = ?", hop.uuid());

    chain.parts.approvesAudit(
        chain
            .parts
            .database()
            .sql()
            .first("select id from audit_request", row -> row.uuid("id"))
            .orElseThrow());
    chain.settle();

    assertThat(chain.auditor.hops(audit).get(1).reason()).contains("TOO_LARGE");
    assertThat(
            chain
                .auditor
                .database()
                .sql()
                .number("select count(*) from audit_part where request_id = ?", hop.uuid()))
        .isZero();
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void aBuyerThatHasNoPinnedKeyAnyMoreStillShowsWhatItUsed() {
    chain.everybodyAnswers();
    chain
        .mill
        .database()
        .inNew(() -> chain.mill.company().exchange().partnerships().refuse(chain.parts.id(), "no"));
    chain.settle();
    chain
        .mill
        .database()
        .inNew(
            () ->
                chain
                    .mill
                    .company()
                    .exchange()
                    .partnerships()
                    .invite(
                        chain.parts.id(),
                        Optional.empty(),
                        Optional.of(chain.parts.fingerprint()),
                        "clerk"));
    chain.settle();
    chain
        .parts
        .database()
        .sql()
        .update(
            "update partner set trusted_keys = '{}' where participant = ?", chain.mill.id().did());
    assertThat(
            chain
                .parts
                .company()
                .exchange()
                .partners()
                .find(chain.mill.id())
                .orElseThrow()
                .pinnedKey())
        .isEmpty();

    UUID audit = chain.begin(50);
    chain.settle();

    assertThat(chain.report(chain.auditor.audit(audit)).hops())
        .extracting(ReportedHop::outcome)
        .containsExactly(HopOutcome.VERIFIED, HopOutcome.VERIFIED, HopOutcome.REFUSED_BY_OWNER);
  }

  /** An audit like one that was done before, in which the maker of parts has not answered yet. */
  private UUID secondAudit() {
    chain.everybodyAnswers();
    chain.begin(50);
    chain.settle();
    chain.parts.answersAuditors(AuditMode.ASK);
    UUID audit = chain.begin(50);
    chain.settle();
    return audit;
  }

  /** What the maker of parts has answered before, as an answer in this audit. */
  private ObjectNode partsAnswer(UUID audit) {
    RequestId request = chain.auditor.hops(audit).get(1).requestId();
    return chain
        .auditor
        .database()
        .sql()
        .first(
            "select p.body from audit_part p join audit_hop h using (request_id)"
                + " where h.company = ?",
            row -> (ObjectNode) StrictJson.parseCarrier(row.text("body").getBytes(UTF_8)),
            chain.parts.id().toString())
        .orElseThrow()
        .put("requestId", request.toString());
  }

  private ObjectNode answer(UUID audit, int hop) {
    return chain
        .auditor
        .database()
        .sql()
        .first(
            "select body from audit_part where request_id = ?",
            row -> (ObjectNode) StrictJson.parseCarrier(row.text("body").getBytes(UTF_8)),
            chain.auditor.hops(audit).get(hop).requestId().uuid())
        .orElseThrow();
  }

  private AuditHop ofSteel(UUID audit, DeclarationId steelCopy) {
    return chain.auditor.hops(audit).stream()
        .filter(hop -> hop.declaration().equals(Optional.of(steelCopy)))
        .findFirst()
        .orElseThrow();
  }
}
