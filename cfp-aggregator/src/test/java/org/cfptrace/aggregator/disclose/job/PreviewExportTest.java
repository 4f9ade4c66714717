package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.job.Life.US;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.disclose.job.PreviewExport.Page;
import org.cfptrace.policy.AudienceViews;
import org.junit.jupiter.api.Test;

/** A preview shows what the files say, and costs their making once. */
class PreviewExportTest {
  private static final List<Finding> BLOCKED =
      List.of(Finding.of(Finding.Code.MISSING_UPSTREAM, "a part"));

  private final Life life = new Life();
  private final PreviewExport preview =
      new PreviewExport(life.tables(), new Targets(List.of(life.target), AudienceViews.standard()));

  private List<Page> pages(UUID id, int place) {
    return preview
        .of(
            US,
            life.export(id),
            life.kept.find(US, id, place).orElseThrow(),
            life.kept.facts(US, id, place).orElseThrow())
        .files();
  }

  private static Page letter(String text) {
    return new Page("letter.txt", "text/plain", Optional.of(text));
  }

  @Test
  void aPreviewThatIsReadAgainIsNotMadeAgain() {
    life.target.findings = BLOCKED;
    UUID id = life.order("p1", "p2");
    assertThat(life.run(id)).isEqualTo(ExportState.BLOCKED);

    assertThat(pages(id, 1)).containsExactly(letter("Dear p1, "));
    assertThat(pages(id, 2)).containsExactly(letter("Dear p2, "));
    assertThat(pages(id, 1)).containsExactly(letter("Dear p1, "));
    assertThat(pages(id, 2)).containsExactly(letter("Dear p2, "));

    assertThat(life.target.written).isEqualTo(2);
  }

  @Test
  void anOverrideIsShownAsSoonAsItIsGiven() {
    life.target.findings = BLOCKED;
    UUID id = life.order("p1");
    life.run(id);
    assertThat(pages(id, 1)).containsExactly(letter("Dear p1, "));

    life.settle().override(US, id, new Stamp.Overridden("it is urgent", "officer"));

    assertThat(pages(id, 1)).containsExactly(letter("Dear p1, it is urgent"));
  }

  @Test
  void whatIsGatheredAnewIsShownAnew() {
    life.target.findings = BLOCKED;
    UUID id = life.order("p1");
    life.run(id);
    String before = life.kept.facts(US, id, 1).orElseThrow();
    ExportSubjects.Known known = life.kept.find(US, id, 1).orElseThrow();
    preview.of(US, life.export(id), known, before);

    assertThat(preview.of(US, life.export(id), known, before.replace("\"p1\"", "\"p9\"")).files())
        .containsExactly(letter("Dear p9, "));
  }

  @Test
  void onceTheFilesAreThereTheyAreShownAsTheyAreAndNotMadeByAnotherVersionOfTheSoftware() {
    UUID id = life.order("p1");
    assertThat(life.run(id)).isEqualTo(ExportState.READY);
    int written = life.target.written;
    life.target.spoil = text -> "newer: " + text;

    assertThat(pages(id, 1)).containsExactly(letter("Dear p1, "));

    assertThat(life.target.written).isEqualTo(written);
    assertThat(life.kept.allFiles(id).get("p1/letter.txt").bytes())
        .isEqualTo("Dear p1, ".getBytes(UTF_8));
  }

  @Test
  void aPreviewOfACorrectionNamesWhatItCorrects() {
    UUID first = life.order("p1");
    life.run(first);
    life.target.findings = BLOCKED;
    life.target.namesWhatItCorrects = true;
    UUID correction = life.correct(first).export().id();
    life.run(correction);

    assertThat(pages(correction, 1))
        .containsExactly(
            letter("Dear p1, corrects " + life.export(first).progress().exportId().orElseThrow()));
  }
}
