package org.cfptrace.aggregator.disclose.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that are killed, that cannot be filled, whose disk is full: no half file is ever ready. */
class RunExportsTest {
  private static final Tenant US = Life.US;
  private static final Instant NOW = Life.NOW;
  private static final int MANY = 45;
  private static final DeclarationId FIRST = new DeclarationId("A".repeat(43));
  private static final DeclarationId SECOND = new DeclarationId("B".repeat(42) + "A");

  private static String[] many() {
    return IntStream.rangeClosed(1, MANY).mapToObj(i -> "p" + i).toArray(String[]::new);
  }

  // ---- what is tried

  @Test
  void aJobThatIsKilledInAnyOfItsStepsEndsWithTheSameFiles() {
    Life undisturbed = new Life();
    UUID first = undisturbed.order(many());
    assertThat(undisturbed.run(first)).isEqualTo(ExportState.READY);
    Map<String, String> expected = undisturbed.texts(first);
    assertThat(expected).hasSize(3 * MANY + 1).containsEntry("p7/letter.txt", "Dear p7, ");
    Set<ExportState> killedIn = EnumSet.noneOf(ExportState.class);

    // The last transaction finds nothing due any more.
    int steps = undisturbed.kept.transactions() - 1;
    assertThat(steps).isGreaterThan(8);
    for (int step = 0; step < steps; step++) {
      Life life = new Life();
      UUID id = life.order(many());
      life.kept.dieAfter(step);
      assertThatThrownBy(() -> life.run(id)).isInstanceOf(ExportsInMemory.Killed.class);
      ExportState left = life.export(id).state();
      killedIn.add(left);
      assertThat(left.hasFiles()).as("half of it is ready, killed in step %d", step).isFalse();
      life.ready.clear();
      life.kept.dieNoMore();

      assertThat(life.run(id)).as("killed in step %d", step).isEqualTo(ExportState.READY);
      assertThat(life.texts(id)).isEqualTo(expected);
      assertThat(life.ready).containsExactly(id);
    }
    assertThat(killedIn)
        .containsExactlyInAnyOrder(
            ExportState.QUEUED, ExportState.VALIDATING, ExportState.RENDERING);
  }

  @Test
  void aBrokenTemplateLeavesNoFile() {
    Life life = new Life();
    life.target.spoil = text -> text.contains("p30") ? cut(text) : text;
    UUID id = life.order(many());

    assertThat(life.run(id)).isEqualTo(ExportState.FAILED);
    assertThat(life.export(id).progress().trouble().orElseThrow()).startsWith("p30: its files");
    assertThat(life.texts(id)).isEmpty();
    assertThat(life.ready).isEmpty();
  }

  private static String cut(String text) {
    throw new IllegalArgumentException("no place for " + text);
  }

  @Test
  void aFileThatDoesNotHoldWhatItShouldIsNeverReady() {
    Life life = new Life();
    life.target.spoil = text -> text.replace("Dear p30", "Dear p31");
    UUID id = life.order(many());

    assertThat(life.run(id)).isEqualTo(ExportState.FAILED);
    assertThat(life.export(id).progress().trouble()).contains("p30: letter.txt does not greet p30");
    assertThat(life.texts(id)).isEmpty();
  }

  @Test
  void aFullDiskIsWaitedForAndSaid() {
    Life life = new Life();
    UUID id = life.order(many());
    life.kept.diskIsFull(true);

    assertThatThrownBy(() -> life.run(id)).hasMessageContaining("No space left");
    assertThat(life.export(id).state()).isEqualTo(ExportState.RENDERING);
    assertThat(life.export(id).progress().trouble())
        .contains("waits and is tried again: the database's disk is full");
    assertThat(life.texts(id)).isEmpty();

    life.kept.diskIsFull(false);
    assertThat(life.run(id)).as("not due yet").isEqualTo(ExportState.RENDERING);
    life.clock = Clock.fixed(NOW.plusSeconds(2), ZoneOffset.UTC);
    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.export(id).progress().trouble()).isEmpty();
  }

  @Test
  void aJobOverWhichTheProgramBreaksAgainAndAgainFails() {
    Life life = new Life();
    life.target.spoil = RunExportsTest::tooMuch;
    UUID id = life.order("p1");
    for (int attempt = 1; attempt < 20; attempt++) {
      assertThatThrownBy(() -> life.run(id)).hasRootCauseInstanceOf(OutOfMemoryError.class);
      assertThat(life.export(id).state()).isEqualTo(ExportState.RENDERING);
      assertThat(life.export(id).progress().trouble())
          .contains("waits and is tried again: OutOfMemoryError");
      life.clock = Clock.fixed(NOW.plusSeconds(2L * attempt), ZoneOffset.UTC);
    }

    assertThatThrownBy(() -> life.run(id)).hasRootCauseInstanceOf(OutOfMemoryError.class);

    assertThat(life.export(id).state()).isEqualTo(ExportState.FAILED);
    assertThat(life.export(id).progress().trouble())
        .contains("20 times in a row: OutOfMemoryError");
    assertThat(life.texts(id)).isEmpty();
    assertThat(life.worker().round()).as("nothing is due").isZero();
  }

  private static String tooMuch(String text) {
    throw new OutOfMemoryError(text.length() + " characters");
  }

  @Test
  void whatWasKeptAndIsNotWhatWasMadeIsNeverReady() {
    Life life = new Life();
    life.kept.spoil();
    UUID id = life.order("p1");

    assertThat(life.run(id)).isEqualTo(ExportState.FAILED);
    assertThat(life.export(id).progress().trouble()).contains("what was kept is not what was made");
    assertThat(life.texts(id)).isEmpty();
    assertThat(life.ready).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p1/manifest.json   | letter.txt         | other.txt          | names the files
          p1/manifest.json   | provenanceSha256   | provenanceDigest   | cfp-export-subject-1
          p1/manifest.json   | urn:cfptrace:      | urn:another:       | is of
          p1/provenance.json | salt of            | sugar of           | names the provenance
          p1/provenance.json | factorSets         | factors            | cfp-export-provenance-1
          manifest.json      | "products" : 2     | "products" : 3     | counts: expected 2, seen 3
          manifest.json      | "folder" : "p1"    | "folder" : "p2"    | in their order
          manifest.json      | "warnings"         | "notices"          | cfp-export-manifest-1
          """)
  void aManifestThatDoesNotNameItsFilesIsNeverReady(
      String path, String made, String kept, String says) {
    Life life = new Life();
    life.kept.spoil((file, text) -> file.equals(path) ? text.replaceFirst(made, kept) : text);
    UUID id = life.order("p1", "p2");

    assertThat(life.run(id)).isEqualTo(ExportState.FAILED);
    assertThat(life.export(id).progress().trouble().orElseThrow()).contains(says);
    assertThat(life.texts(id)).isEmpty();
    assertThat(life.ready).isEmpty();
  }

  @Test
  void whatBlocksIsOverriddenWithAReasonThatStandsInTheFilesAndInTheName() {
    Life life = new Life();
    life.target.findings = List.of(Finding.of(Finding.Code.MISSING_UPSTREAM, "a part"));
    UUID id = life.order("p1");
    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);
    String name = life.export(id).progress().exportId().orElseThrow();

    life.settle().override(US, id, new Stamp.Overridden("agreed with the authority", "officer"));

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/letter.txt")).contains("agreed with the authority");
    assertThat(life.texts(id).get("manifest.json")).contains("agreed with the authority");
    assertThat(life.export(id).progress().exportId().orElseThrow()).isNotEqualTo(name);
  }

  @Test
  void anInputThatIsNotInThePublicLogBlocksUntilAnOfficerSaysWhyItMayGoOn() {
    Life life = new Life();
    life.target.findings = List.of(Finding.of(Finding.Code.NOT_ANCHORED, "declaration 1"));
    UUID id = life.order("p1");
    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);

    life.settle().override(US, id, new Stamp.Overridden("the log is away today", "officer"));

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/manifest.json"))
        .contains("NOT_ANCHORED")
        .contains("letter.txt");
    assertThat(life.texts(id).get("manifest.json")).contains("the log is away today");
  }

  @Test
  void theManifestOfTheWholeCountsEveryFindingOfEverySubject() {
    Life life = new Life();
    life.target.findings =
        List.of(
            Finding.of(Finding.Code.METHOD_DRAFT, "the draft of 2024"),
            Finding.of(Finding.Code.CLASS_SCHEME_ABSENT, "none yet"),
            Finding.of(Finding.Code.NOT_STATED, "the study"),
            Finding.of(Finding.Code.MISSING_UPSTREAM, "a part"));
    UUID id = life.order("p1", "p2");
    life.run(id);
    life.settle().override(US, id, new Stamp.Overridden("agreed", "officer"));
    assertThat(life.run(id)).isEqualTo(ExportState.READY);

    JsonNode whole = FactsJson.tree(life.texts(id).get("manifest.json"));
    assertThat(whole.get("title").textValue()).isEqualTo("PACT_3 2026-01-01 to 2026-11-27");
    assertThat(whole.get("products").intValue()).isEqualTo(2);
    assertThat(whole.get("warnings").intValue()).isEqualTo(6);
    assertThat(whole.get("overriddenFindings").intValue()).isEqualTo(2);
  }

  @Test
  void theMomentOfAnOrderIsAsExactAsItIsShown() {
    Life life = new Life();
    life.clock = Clock.fixed(NOW.plusNanos(123_456_789), ZoneOffset.UTC);
    OrderExport.Placed placed = life.place(Optional.empty(), "p1");
    assertThat(placed.export().order().asOf()).isEqualTo(NOW.plusNanos(123_456_000));

    life.clock = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
    OrderExport.Placed again = life.place(Optional.of(placed.export().order().asOf()), "p1");

    assertThat(again.isNew()).isFalse();
    assertThat(again.export().id()).isEqualTo(placed.export().id());
  }

  @Test
  void aProofThatComesLetsTheJobGoOn() {
    Life life = new Life();
    life.target.unproved.addAll(List.of(FIRST, SECOND));
    UUID id = life.order("p1", "p2");
    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);

    life.proves(FIRST);
    assertThat(life.run(id)).as("the other one is not there").isEqualTo(ExportState.BLOCKED);
    assertThat(life.kept.find(US, id, 2).orElseThrow().findings())
        .containsExactly(Finding.of(Finding.Code.NOT_ANCHORED, SECOND.value()));

    life.proves(SECOND);
    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/manifest.json")).doesNotContain("NOT_ANCHORED");
  }

  @Test
  void aProofThatCameWhileFactsWereGatheredLetsTheJobGoOnToo() {
    Life life = new Life();
    life.target.unproved.add(FIRST);
    UUID id = life.order("p1");
    RunExports worker = life.worker();
    worker.round();
    worker.round();
    assertThat(life.kept.ungathered(US, id, 1)).isEmpty();

    // Nobody heard of it: the facts that need it were not kept yet.
    life.target.unproved.clear();

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/manifest.json")).doesNotContain("NOT_ANCHORED");
  }

  @Test
  void whatIsOverriddenSaysNotAnchoredOnlyOfWhatIsNot() {
    Life life = new Life();
    life.target.findings = List.of(Finding.of(Finding.Code.MISSING_UPSTREAM, "a part"));
    life.target.unproved.add(FIRST);
    UUID id = life.order("p1");
    life.run(id);
    life.proves(FIRST);
    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);

    life.settle().override(US, id, new Stamp.Overridden("agreed", "officer"));

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/manifest.json"))
        .contains("MISSING_UPSTREAM")
        .doesNotContain("NOT_ANCHORED");
  }

  @Test
  void whereThereIsNoPublicLogAnExportIsMadeAndSaysSo() {
    Life life = new Life();
    life.target.findings = List.of(Finding.of(Finding.Code.NO_PUBLIC_LOG, "none"));
    UUID id = life.order("p1");

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id).get("p1/manifest.json")).contains("there is no public log here");
  }

  @Test
  void theVersionOfTheSoftwareIsOneOfTheInputs() {
    Life one = new Life();
    Life other = new Life();
    other.software = Software.ofVersion("2.0");
    UUID first = one.order("p1");
    UUID second = other.order("p1");
    one.run(first);
    other.run(second);

    assertThat(one.texts(first).get("manifest.json")).contains("\"CFP Trace 1.0\"");
    assertThat(other.texts(second).get("manifest.json")).contains("\"CFP Trace 2.0\"");
    assertThat(one.export(first).progress().exportId())
        .isNotEqualTo(other.export(second).progress().exportId());
  }

  @Test
  void whatAnEarlierVersionHasBegunTheNextOneMakesAnew() {
    Life undisturbed = new Life();
    undisturbed.software = Software.ofVersion("2.0");
    UUID expected = undisturbed.order(many());
    undisturbed.run(expected);
    Life life = new Life();
    UUID id = life.order(many());
    RunExports earlier = life.worker();
    while (life.texts(id).isEmpty()) {
      earlier.round();
    }

    life.software = Software.ofVersion("2.0");

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.texts(id)).isEqualTo(undisturbed.texts(expected));
    assertThat(life.export(id).progress().exportId())
        .isEqualTo(undisturbed.export(expected).progress().exportId());
  }

  @Test
  void nobodyOverridesWhatForbids() {
    Life life = new Life();
    UUID id = life.order("p1", "nobody");

    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);
    assertThat(life.kept.find(US, id, 2).orElseThrow().findings())
        .containsExactly(
            Finding.of(Finding.Code.NOT_AVAILABLE, "NOT_FOUND: no structure of nobody"));
    assertThatThrownBy(
            () -> life.settle().override(US, id, new Stamp.Overridden("please", "officer")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("FORBIDS");
    assertThat(life.settle().cancel(US, id).state()).isEqualTo(ExportState.CANCELLED);
  }

  @Test
  void whatIsReadyIsRevokedAndNotCancelled() {
    Life life = new Life();
    UUID id = life.order("p1");
    life.run(id);

    assertThatThrownBy(() -> life.settle().cancel(US, id)).isInstanceOf(Refused.class);
    assertThat(life.settle().revoke(US, id, "wrong plant").state()).isEqualTo(ExportState.REVOKED);
    assertThat(life.texts(id)).isNotEmpty();
    assertThat(life.fallen).containsExactly(id);
    assertThatThrownBy(() -> life.settle().revoke(US, id, "again")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"QUEUED", "VALIDATING", "RENDERING"})
  void whatIsCancelledBeforeItIsReadyLeavesNothing(ExportState when) {
    Life life = new Life();
    life.target.proved.add(FIRST);
    UUID id = life.order(many());
    RunExports worker = life.worker();
    while (life.export(id).state() != when
        || (when == ExportState.VALIDATING && life.kept.inputs(id).isEmpty())
        || (when == ExportState.RENDERING && life.texts(id).isEmpty())) {
      worker.round();
    }

    assertThat(life.settle().cancel(US, id).state()).isEqualTo(ExportState.CANCELLED);

    assertThat(life.texts(id)).isEmpty();
    assertThat(life.kept.facts(US, id, 1)).isEmpty();
    assertThat(life.kept.inputs(id)).isEmpty();
    assertThat(life.run(id)).as("nobody goes on with it").isEqualTo(ExportState.CANCELLED);
    assertThat(life.texts(id)).isEmpty();
  }

  @Test
  void whatFallsWhileFilesAreMadeIsMarkedBeforeTheExportIsReady() {
    Life life = new Life();
    life.target.proved.add(FIRST);
    UUID id = life.order("p1");
    RunExports worker = life.worker();
    while (life.export(id).state() != ExportState.RENDERING) {
      worker.round();
    }

    life.kept.fallsUnseen(FIRST);
    life.kept.fallsUnseen(SECOND);

    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    assertThat(life.kept.marks(US, id, 10))
        .extracting(ExportInputs.Mark::declaration)
        .containsExactly(Optional.of(FIRST));
  }

  @Test
  void theSameInputsHaveTheSameNameAndOthersAnotherOne() {
    Life one = new Life();
    Life other = new Life();
    UUID first = one.order("p1", "p2");
    UUID same = other.order("p1", "p2");
    one.run(first);
    other.run(same);
    assertThat(one.export(first).progress().exportId())
        .isEqualTo(other.export(same).progress().exportId());
    assertThat(one.texts(first)).isEqualTo(other.texts(same));

    Life turned = new Life();
    UUID third = turned.order("p2", "p1");
    turned.run(third);
    assertThat(turned.export(third).progress().exportId())
        .isNotEqualTo(one.export(first).progress().exportId());
  }

  @Test
  void whatForbidsIsSeenBehindAThousandWarnings() {
    Life life = new Life();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      findings.add(Finding.of(Finding.Code.SUPERSEDED_INPUT, "declaration " + i));
    }
    findings.add(Finding.of(Finding.Code.SPLIT_WITHHELD, "stages"));
    life.target.findings = findings;

    assertThat(life.run(life.order("p1"))).isEqualTo(ExportState.BLOCKED);
  }

  @Test
  void aWithdrawnCorrectionGivesBackWhatItHadSuperseded() {
    Life life = new Life();
    UUID first = life.order("p1");
    life.run(first);
    OrderExport.Placed placed = life.correct(first);
    assertThat(life.correct(first).export().id()).isEqualTo(placed.export().id());
    life.run(placed.export().id());
    assertThat(life.export(first).state()).isEqualTo(ExportState.SUPERSEDED);

    life.settle().revoke(US, placed.export().id(), "the correction was wrong");

    assertThat(life.export(first).state()).isEqualTo(ExportState.READY);
    assertThat(life.export(first).progress().supersededBy()).isEmpty();
    assertThat(life.fallen).containsExactly(first, placed.export().id());
    assertThat(life.again).containsExactly(first);
    assertThat(life.correct(first).isNew()).isTrue();
  }

  @Test
  void oneProductThatCannotBeWorkedOutHoldsUpNoOther() {
    Life life = new Life();
    UUID id = life.order("p1", "broken", "p3");

    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);
    assertThat(life.export(id).progress().exportId()).isPresent();
    assertThat(life.kept.find(US, id, 2).orElseThrow().findings().get(0).detail())
        .contains("a fault of the software");
    assertThat(life.kept.find(US, id, 3).orElseThrow().findings()).isEmpty();
  }
}
