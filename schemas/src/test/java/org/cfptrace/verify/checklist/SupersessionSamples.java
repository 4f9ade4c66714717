package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.SUPERSEDES_ANOTHERS;
import static org.cfptrace.verify.Reason.SUPERSEDES_OTHER;
import static org.cfptrace.verify.Reason.SUPERSESSION_CYCLE;

import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.verify.Seen;

/** Items 85 and 86: what a declaration corrects. */
final class SupersessionSamples {
  private static final TraceId STEEL = TraceId.of(Cast.urn("steel"));
  private static final Period YEAR = Period.ofYear(2025);
  private static final String FIRST = id("first");
  private static final String SECOND = id("second");

  /** Knows the mill's first declaration of the same product and period. */
  private static final Setting IN_ORDER =
      Setting.STANDARD.knowing(FIRST, of(Cast.MILL, STEEL, YEAR, Optional.empty()));

  private SupersessionSamples() {}

  static Stream<Sample> all() {
    return Stream.of(accepted(), ofAnother(), ofSomethingElse(), cycles())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> accepted() {
    return Stream.of(
        sample(
            "accepted-correction",
            "corrects the mill's declaration of the same product and period",
            Sample.ACCEPTED,
            IN_ORDER,
            correction()),
        sample(
            "accepted-correction-of-unknown",
            "corrects a declaration the reader never got",
            Sample.ACCEPTED,
            Setting.STANDARD,
            correction()),
        sample(
            "accepted-second-correction",
            "corrects a correction of a declaration the reader never got",
            Sample.ACCEPTED,
            Setting.STANDARD.knowing(FIRST, of(Cast.MILL, STEEL, YEAR, Optional.of(SECOND))),
            correction()));
  }

  private static Stream<Sample> ofAnother() {
    return Stream.of(
        Samples.declaration(
            85,
            "supersedes-anothers",
            "corrects a declaration that the stranger issued",
            SUPERSEDES_ANOTHERS.name(),
            Setting.STANDARD.knowing(FIRST, of(Cast.STRANGER, STEEL, YEAR, Optional.empty())),
            correction()));
  }

  private static Stream<Sample> ofSomethingElse() {
    return Stream.of(
        other(
            "supersedes-other-product",
            "corrects a declaration of another product of the mill",
            of(Cast.MILL, TraceId.of(Cast.urn("other steel")), YEAR, Optional.empty())),
        other(
            "supersedes-other-begin",
            "corrects a declaration whose period begins a day later",
            of(Cast.MILL, STEEL, Period.of("2025-01-02", "2025-12-31"), Optional.empty())),
        other(
            "supersedes-other-end",
            "corrects a declaration whose period ends a day earlier",
            of(Cast.MILL, STEEL, Period.of("2025-01-01", "2025-12-30"), Optional.empty())),
        sample(
            "supersedes-without-product",
            "a correction that does not show of which product",
            SUPERSEDES_OTHER.name(),
            IN_ORDER,
            correction().without("product")),
        sample(
            "supersedes-without-period",
            "a correction that does not show for which period",
            SUPERSEDES_OTHER.name(),
            IN_ORDER,
            correction().without("period")));
  }

  private static Stream<Sample> cycles() {
    Optional<String> itself = Optional.of(correction().id());
    return Stream.of(
        cycle(
            "supersession-cycle",
            "corrects a declaration that corrects it",
            Setting.STANDARD.knowing(FIRST, of(Cast.MILL, STEEL, YEAR, itself))),
        cycle(
            "supersession-cycle-of-three",
            "corrects a declaration that corrects a third, which corrects it",
            Setting.STANDARD
                .knowing(FIRST, of(Cast.MILL, STEEL, YEAR, Optional.of(SECOND)))
                .knowing(SECOND, of(Cast.MILL, STEEL, YEAR, itself))),
        cycle(
            "supersession-without-first",
            "corrects one of two declarations that correct each other",
            Setting.STANDARD
                .knowing(FIRST, of(Cast.MILL, STEEL, YEAR, Optional.of(SECOND)))
                .knowing(SECOND, of(Cast.MILL, STEEL, YEAR, Optional.of(FIRST)))));
  }

  private static Sample other(String defect, String spoiled, Seen.Earlier earlier) {
    return sample(
        defect,
        spoiled,
        SUPERSEDES_OTHER.name(),
        Setting.STANDARD.knowing(FIRST, earlier),
        correction());
  }

  private static Sample cycle(String defect, String spoiled, Setting setting) {
    return Samples.declaration(
        86, defect, spoiled, SUPERSESSION_CYCLE.name(), setting, correction());
  }

  private static Sample sample(
      String defect, String spoiled, String expected, Setting setting, DeclarationForge forge) {
    return Samples.declaration(0, defect, spoiled, expected, setting, forge);
  }

  private static DeclarationForge correction() {
    return DeclarationForge.nextTier().claim("supersedes", "{\"declarationId\":\"" + FIRST + "\"}");
  }

  private static Seen.Earlier of(
      ParticipantId issuer, TraceId product, Period period, Optional<String> supersedes) {
    return new Seen.Earlier(issuer, product, period, supersedes.map(DeclarationId::new));
  }

  private static String id(String name) {
    return Base64Text.encode(Cast.bytes("declaration " + name, 32));
  }
}
