package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Fields;

/** A target that writes one letter to each subject. */
final class ALetter implements Target<ALetter.NoOptions, ALetter.LetterFacts> {
  List<Finding> findings = List.of();
  final Set<DeclarationId> unproved = new LinkedHashSet<>();
  final Set<DeclarationId> proved = new LinkedHashSet<>();
  UnaryOperator<String> spoil = text -> text;
  boolean namesWhatItCorrects;
  int written;

  record NoOptions() {}

  record LetterFacts(String to, String asOf) {}

  @Override
  public TargetName name() {
    return TargetName.PACT_3;
  }

  @Override
  public Shown shows() {
    return Shown.BOTH;
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public NoOptions options(Fields fields) {
    return new NoOptions();
  }

  @Override
  public Class<LetterFacts> facts() {
    return LetterFacts.class;
  }

  @Override
  public Gathered<LetterFacts> gather(Tenant tenant, Subject<NoOptions> subject) {
    if (subject.id().equals("nobody")) {
      throw new Refused(ProblemCode.NOT_FOUND, "no structure of nobody");
    }
    if (subject.id().equals("broken")) {
      throw new IllegalStateException("two structures of one version");
    }
    return new Gathered<>(
        new LetterFacts(subject.id(), subject.asOf().toString()),
        new Evidence(
            Stream.concat(
                    unproved.stream().map(id -> input(id, Optional.empty())),
                    proved.stream().map(id -> input(id, Optional.of(7L))))
                .toList(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        all());
  }

  private List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    unproved.forEach(id -> all.add(Finding.of(Finding.Code.NOT_ANCHORED, id.value())));
    return all;
  }

  private static Evidence.Input input(DeclarationId id, Optional<Long> logIndex) {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return new Evidence.Input(
        id.value(),
        "00".repeat(32),
        "did:web:supplier.example",
        "ES256",
        "ACTIVE",
        "VERIFIED",
        logIndex,
        day,
        day,
        day);
  }

  @Override
  public List<ExportFile> files(LetterFacts facts, Stamp stamp) {
    written++;
    String text = "Dear " + facts.to() + ", " + stamp.override().map(it -> it.reason()).orElse("");
    if (namesWhatItCorrects) {
      text += stamp.supersedes().map("corrects "::concat).orElse("");
    }
    return List.of(new ExportFile("letter.txt", "text/plain", spoil.apply(text).getBytes(UTF_8)));
  }

  @Override
  public List<String> faults(LetterFacts facts, List<ExportFile> files) {
    String text = new String(files.get(0).bytes(), UTF_8);
    return text.startsWith("Dear " + facts.to())
        ? List.of()
        : List.of("letter.txt does not greet " + facts.to());
  }
}
