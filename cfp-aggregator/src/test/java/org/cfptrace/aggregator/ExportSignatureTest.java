package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.Software;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.InclusionProof;
import org.junit.jupiter.api.Test;

/** What becomes of an export in the database when its company answers, or answers badly. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ExportSignatureTest {
  private static final Tenant US =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "signaturesofours"));
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String MANIFEST = "B".repeat(42) + "A";
  private static final String TOLD = "上流 1 件が未着です。";
  private static final EntryProof PROOF =
      new EntryProof(new InclusionProof(0, 1, List.of()), "log\n1\nAAAA\n\n— log AAAAAAAA\n");

  @Inject Tenancy tenancy;
  @Inject Exports exports;
  @Inject SignedExports signed;
  @Inject AskedSignatures asked;

  private final UUID request = UUID.randomUUID();

  @Test
  void whatTheCompanyWasToldIsKept() {
    UUID id = ready();

    assertThat(signed.awaited(US, request)).contains(awaited());
    assertThat(asked.of(US, id).orElseThrow().withdrawnAt()).isEmpty();
  }

  @Test
  void aRefusalIsTheTroubleOfAReadyExport() {
    UUID id = ready();

    signed.refused(US, request, "wrong year", NOW);

    assertThat(trouble(id)).contains("the company will not sign it: wrong year");
  }

  @Test
  void aRefusalThatComesLateLeavesTheReasonOfTheRevocation() {
    UUID id = ready();
    ends(id, ExportState.REVOKED, "filed too early");

    signed.refused(US, request, "wrong year", NOW);

    assertThat(trouble(id)).contains("filed too early");
    assertThat(asked.of(US, id).orElseThrow().awaited().refusal()).contains("wrong year");
  }

  @Test
  void afterARefusalANewRequestIsAwaitedAndMayBeSigned() {
    UUID id = ready();
    signed.refused(US, request, "wrong button", NOW);
    UUID anew = UUID.randomUUID();

    asked.askedAnew(US, id, anew, NOW.plusSeconds(60));

    assertThat(signed.awaited(US, request)).as("the one that was refused").isEmpty();
    assertThat(signed.awaited(US, anew)).contains(awaited());
    AskedSignatures.Asked now = asked.of(US, id).orElseThrow();
    assertThat(now.requestId()).isEqualTo(anew);
    assertThat(now.askedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(now.answeredAt()).isEmpty();
    assertThat(trouble(id)).isEmpty();
    signed.signed(US, anew, "a.b.c", statement(), NOW);
    assertThat(state(id)).isEqualTo(ExportState.SIGNED);
  }

  @Test
  void whatIsSignedIsNotAskedAnew() {
    UUID id = ready();
    signed.signed(US, request, "a.b.c", statement(), NOW);

    asked.askedAnew(US, id, UUID.randomUUID(), NOW);

    assertThat(asked.of(US, id).orElseThrow().requestId()).isEqualTo(request);
  }

  @Test
  void whatIsTakenBackIsMarkedUntilItStandsAgainOrIsAskedAnew() {
    UUID id = ready();
    asked.withdrawn(US, id, Optional.of(NOW));
    assertThat(asked.of(US, id).orElseThrow().isClosed()).isTrue();

    asked.withdrawn(US, id, Optional.empty());
    assertThat(asked.of(US, id).orElseThrow().isClosed()).isFalse();

    asked.withdrawn(US, id, Optional.of(NOW));
    asked.askedAnew(US, id, UUID.randomUUID(), NOW);
    assertThat(asked.of(US, id).orElseThrow().withdrawnAt()).isEmpty();
  }

  @Test
  void anAnswerThatIsNotTakenIsShownUntilTheRightOneComes() {
    UUID id = ready();
    signed.trouble(US, request, "not taken: NOT_THE_ONE_ASKED");
    assertThat(trouble(id)).contains("not taken: NOT_THE_ONE_ASKED");

    signed.signed(US, request, "a.b.c", statement(), NOW);
    assertThat(trouble(id)).isEmpty();

    signed.trouble(US, request, "not taken: BAD_INCLUSION_PROOF");
    assertThat(trouble(id)).contains("not taken: BAD_INCLUSION_PROOF");
    signed.logged(US, request, PROOF, NOW);
    assertThat(trouble(id)).isEmpty();
  }

  @Test
  void anAnswerThatIsNotTakenLeavesTheReasonOfTheRevocation() {
    UUID id = ready();
    ends(id, ExportState.REVOKED, "filed too early");

    signed.trouble(US, request, "not taken: NOT_THE_ONE_ASKED");

    assertThat(trouble(id)).contains("filed too early");
  }

  // ---- the words of the tests

  /** An export that is ready, of which a signature was asked; no step of its job is run. */
  private UUID ready() {
    UUID id = UUID.randomUUID();
    Export.Order order =
        new Export.Order(
            TargetName.PACT_3,
            Optional.empty(),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 27)),
            NOW,
            "hash of " + id,
            Optional.empty(),
            "officer",
            NOW);
    Export export = new Export(id, order, 1, 1, 1, Export.Progress.QUEUED);
    tenancy.doAs(
        US,
        () -> {
          exports.add(US, export, "{}");
          exports.progressed(
              US,
              export.at(
                  Export.Progress.QUEUED
                      .as("exp-1", Software.ofVersion("1.0"))
                      .endedAs(ExportState.READY, Optional.empty(), NOW)));
          asked.asked(US, id, request, awaited(), NOW);
        });
    return id;
  }

  private void ends(UUID id, ExportState state, String reason) {
    Export export = exports.find(US, id).orElseThrow();
    exports.progressed(US, export.at(export.progress().endedAs(state, Optional.of(reason), NOW)));
  }

  private Optional<String> trouble(UUID id) {
    return exports.find(US, id).orElseThrow().progress().trouble();
  }

  private ExportState state(UUID id) {
    return exports.find(US, id).orElseThrow().state();
  }

  private static Awaited awaited() {
    return new Awaited(
        "exp-1",
        "PACT_3",
        MANIFEST,
        Optional.empty(),
        2,
        Optional.of(TOLD),
        Optional.empty(),
        Optional.empty());
  }

  private static ExportStatement statement() {
    return new ExportStatement(
        US.participant(), NOW, "exp-1", "PACT_3", MANIFEST, Optional.empty(), 2, Optional.of(TOLD));
  }
}
