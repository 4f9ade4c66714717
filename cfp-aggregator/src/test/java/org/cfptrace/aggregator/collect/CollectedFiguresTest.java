package org.cfptrace.aggregator.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Randomness;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What falls, is withheld or suspended leaves the sum at once, and is there before that. */
class CollectedFiguresTest {
  private static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa");
  private static final Tenant PARTS =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb"));
  private static final TraceId STEEL = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  private static final Instant FELL = Instant.parse("2026-11-27T09:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-27");
  private static final LocalDate VALID = LocalDate.parse("2027-12-31");
  private static final AuditorsWord AUDITED =
      new AuditorsWord(
          Optional.of(ParticipantId.of("registry.cfptrace.example", "cccccccccccccccc")),
          Optional.of(Coverage.of("80")),
          Set.of());
  private static final Moment BEFORE = new Moment(DAY, FELL.minusSeconds(1));
  private static final Moment AFTER = new Moment(DAY, FELL);

  @Test
  void oneThatStandsIsTheFigure() {
    assertThat(figure(Optional.empty(), AFTER)).isEqualTo("3");
  }

  @Test
  void oneThatIsRecalledLeavesTheSumAsRecalled() {
    assertThat(figure(Optional.of(Fallen.Kind.RECALLED), AFTER)).isEqualTo("RECALLED, was 3");
  }

  @Test
  void oneThatIsWithheldEndedOrCorrectedOutOfSightLeavesTheSumAsWithheld() {
    for (Fallen.Kind kind :
        List.of(Fallen.Kind.WITHHELD, Fallen.Kind.ENDED, Fallen.Kind.SUPERSEDED)) {
      assertThat(figure(Optional.of(kind), AFTER)).as(kind.name()).isEqualTo("WITHHELD, was 3");
    }
  }

  @Test
  void asItWasKnownBeforeItStillCounts() {
    for (Fallen.Kind kind : Fallen.Kind.values()) {
      assertThat(figure(Optional.of(kind), BEFORE)).as(kind.name()).isEqualTo("3");
    }
  }

  @Test
  void itIsMissingSinceTheDayItFell() {
    assertThat(since(figures(Optional.of(Fallen.Kind.ENDED)), AFTER)).contains(DAY);
  }

  // ---- withheld

  @Test
  void aTotalThatIsWithheldCountsNoMoreAndIsMissingSinceThatDay() {
    CollectedFigures figures = withheld(Span.since(FELL));

    assertThat(figure(figures, AFTER)).isEqualTo("WITHHELD, was 3");
    assertThat(since(figures, AFTER)).contains(DAY);
  }

  @Test
  void asItWasKnownBeforeItWasWithheldItCountsAndWhatHoldsNowIsSaid() {
    CollectedFigures figures = withheld(Span.since(FELL));

    assertThat(figure(figures, BEFORE)).isEqualTo("3");
    assertThat(figures.known(PARTS, steel(), BEFORE).keptBackNow()).contains(LineState.WITHHELD);
  }

  @Test
  void aTotalThatWasReleasedAgainIsWithheldInBetweenAlone() {
    Instant released = FELL.plusSeconds(60);
    CollectedFigures figures = withheld(new Span(Optional.of(FELL), Optional.of(released)));

    assertThat(figure(figures, AFTER)).isEqualTo("WITHHELD, was 3");
    assertThat(figure(figures, new Moment(DAY, released))).isEqualTo("3");
    assertThat(figures.known(PARTS, steel(), new Moment(DAY, released)).keptBackNow()).isEmpty();
  }

  @Test
  void aTotalThatIsWithheldSinceNobodyKnowsIsSoAtEveryMoment() {
    CollectedFigures figures = figures(Optional.empty(), word(List.of()), Optional.empty());

    assertThat(figure(figures, BEFORE)).isEqualTo("WITHHELD, was 3");
    assertThat(since(figures, BEFORE)).isEmpty();
  }

  // ---- what it rests on

  @Test
  void aDeclarationWithoutAnAuditorsWordRestsOnItsSignature() {
    assertThat(restsOn(Optional.empty())).isEqualTo(VerificationShares.SIGNED);
  }

  @Test
  void aWordThatIsReliedOnCountsAsFarAsItGoes() {
    assertThat(restsOn(Optional.of(AUDITED))).isEqualTo(VerificationShares.audited("80"));
  }

  @Test
  void aWordThatIsDoubtedIsNone() {
    AuditorsWord doubted =
        new AuditorsWord(Optional.of(MILL), Optional.empty(), Set.of(Doubt.OWN_WORD));

    assertThat(restsOn(Optional.of(doubted))).isEqualTo(VerificationShares.SIGNED);
  }

  @Test
  void whileAWordIsNotJudgedNobodyKnowsWhatTheFigureRestsOn() {
    assertThat(restsOn(Optional.of(AuditorsWord.NOT_JUDGED))).isNull();
  }

  @Test
  void noWordIsReliedOnAndDoubtedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new AuditorsWord(AUDITED.auditor(), AUDITED.verified(), Set.of(Doubt.WITHDRAWN)));
  }

  private static @Nullable VerificationShares restsOn(Optional<AuditorsWord> word) {
    CollectedDeclaration carrying =
        declaration(Optional.empty(), true, Optional.empty(), VALID, word);
    return figures(carrying, IssuerWord.NONE, List.of())
        .find(PARTS, steel(), AFTER)
        .fold(
            SourceFigure.Given::verification,
            missing -> {
              throw new AssertionError("no figure: " + missing);
            });
  }

  // ---- at the end of its days

  @Test
  void afterItsLastDayOfUseItIsMissingSinceTheDayAfter() {
    LocalDate last = LocalDate.parse("2027-12-31");
    CollectedFigures figures = figures(Optional.empty());

    assertThat(figure(figures, on(last))).isEqualTo("3");
    assertThat(figure(figures, on(last.plusDays(10)))).isEqualTo("STALE(PERIOD_GAP), was 3");
    assertThat(since(figures, on(last.plusDays(10)))).contains(LocalDate.parse("2028-01-01"));
  }

  @Test
  void aPeriodThatEndedThirtySixMonthsAgoIsUsedAndOneDayLaterMissingSinceThatDay() {
    CollectedFigures figures =
        figures(
            declaration(Optional.empty(), true, Optional.empty(), LocalDate.parse("2030-12-31")),
            IssuerWord.NONE,
            List.of());

    assertThat(figure(figures, on(LocalDate.parse("2028-12-31")))).isEqualTo("3");
    LocalDate tooLate = LocalDate.parse("2029-01-01");
    assertThat(figure(figures, on(tooLate))).isEqualTo("STALE(PERIOD_GAP), was 3");
    assertThat(since(figures, on(tooLate))).contains(tooLate);
    assertThat(since(figures, on(tooLate.plusDays(40)))).contains(tooLate);
  }

  // ---- incomplete

  @Test
  void aFigureThatSaysItIsIncompleteIsSoSinceItCame() {
    CollectedFigures figures =
        figures(
            declaration(Optional.empty(), false, Optional.empty(), VALID),
            IssuerWord.NONE,
            List.of());

    assertThat(isComplete(figures)).isFalse();
    assertThat(since(figures, AFTER)).contains(LocalDate.parse("2026-11-27"));
  }

  @Test
  void whatItsIssuerCallsIncompleteIsSoSinceTheDayItSaid() {
    LocalDate said = LocalDate.parse("2026-11-20");
    CollectedFigures figures =
        figures(
            declaration(Optional.empty(), true, Optional.empty(), VALID),
            new IssuerWord(
                Set.of(),
                Optional.of(new IssuerWord.Progress(false, Optional.empty(), said)),
                List.of()),
            List.of());

    assertThat(isComplete(figures)).isFalse();
    assertThat(since(figures, AFTER)).contains(said);
  }

  @Test
  void whatWhoHandedItOnCallsIncompleteIsSoSinceTheDayItSaid() {
    LocalDate said = LocalDate.parse("2026-11-21");
    CollectedFigures figures =
        figures(
            declaration(Optional.empty(), true, Optional.of(said), VALID),
            IssuerWord.NONE,
            List.of());

    assertThat(isComplete(figures)).isFalse();
    assertThat(since(figures, AFTER)).contains(said);
  }

  private static boolean isComplete(CollectedFigures figures) {
    return figures.find(PARTS, steel(), AFTER).fold(SourceFigure.Given::complete, missing -> false);
  }

  private static Moment on(LocalDate day) {
    return new Moment(day, FELL.plusSeconds(1));
  }

  // ---- suspended

  @Test
  void aReadmittedIssuersFigureIsMissingInBetweenAlone() {
    Instant readmitted = FELL.plusSeconds(60);
    CollectedFigures figures =
        figures(
            declaration(Optional.empty(), true, Optional.empty(), VALID),
            IssuerWord.NONE,
            List.of(
                new Span(Optional.of(FELL), Optional.of(readmitted)),
                Span.since(readmitted.plusSeconds(60))));

    assertThat(figure(figures, BEFORE)).isEqualTo("3");
    assertThat(figure(figures, AFTER)).isEqualTo("SENDER_SUSPENDED, was 3");
    assertThat(figure(figures, new Moment(DAY, readmitted))).isEqualTo("3");
    assertThat(figure(figures, new Moment(DAY, readmitted.plusSeconds(60))))
        .isEqualTo("SENDER_SUSPENDED, was 3");
    assertThat(figures.known(PARTS, steel(), BEFORE).keptBackNow())
        .contains(LineState.SENDER_SUSPENDED);
  }

  @Test
  void aSuspendedIssuersFigureIsMissingSinceTheDirectorySaysSo() {
    CollectedFigures figures = suspended(Span.since(FELL));

    assertThat(figure(figures, AFTER)).isEqualTo("SENDER_SUSPENDED, was 3");
    assertThat(since(figures, AFTER)).contains(DAY);
    assertThat(figure(figures, BEFORE)).isEqualTo("3");
  }

  @Test
  void whatFellOutForTwoReasonsIsMissingSinceTheFirst() {
    CollectedFigures figures =
        figures(
            Optional.of(Fallen.Kind.RECALLED),
            word(List.of(Span.since(FELL.plusSeconds(86_400)))),
            Optional.of(Span.since(FELL.plusSeconds(172_800))));

    assertThat(since(figures, new Moment(DAY.plusDays(3), FELL.plusSeconds(259_200))))
        .contains(DAY);
  }

  @Test
  void aFigureThatCountsIsMissingSinceNoDay() {
    assertThat(since(figures(Optional.empty()), AFTER)).isEmpty();
  }

  private static CollectedFigures withheld(Span when) {
    return figures(Optional.empty(), word(List.of(when)), Optional.empty());
  }

  private static CollectedFigures suspended(Span when) {
    return figures(Optional.empty(), IssuerWord.NONE, Optional.of(when));
  }

  private static IssuerWord word(List<Span> totalWithheld) {
    boolean isWithheldNow = totalWithheld.stream().allMatch(span -> span.until().isEmpty());
    return new IssuerWord(
        isWithheldNow ? Set.of(SharedItem.TOTAL) : Set.of(), Optional.empty(), totalWithheld);
  }

  private static Optional<LocalDate> since(CollectedFigures figures, Moment moment) {
    return figures.known(PARTS, steel(), moment).missingSince();
  }

  private static String figure(Optional<Fallen.Kind> kind, Moment moment) {
    return figure(figures(kind), moment);
  }

  private static String figure(CollectedFigures figures, Moment moment) {
    return figures
        .find(PARTS, steel(), moment)
        .fold(
            CollectedFiguresTest::number,
            missing -> missing.state() + ", was " + number(missing.lastKnown()));
  }

  private static String number(SourceFigure.Given given) {
    return given.emissions().exclBiogenicUptake().toString();
  }

  private static SupplierProduct steel() {
    return new SupplierProduct(MILL, STEEL);
  }

  private static CollectedFigures figures(Optional<Fallen.Kind> kind) {
    return figures(kind, IssuerWord.NONE, Optional.empty());
  }

  private static CollectedFigures figures(
      Optional<Fallen.Kind> kind, IssuerWord word, Optional<Span> suspended) {
    return figures(
        declaration(kind, true, Optional.empty(), VALID), word, suspended.stream().toList());
  }

  private static CollectedFigures figures(
      CollectedDeclaration declaration, IssuerWord word, List<Span> suspended) {
    return new CollectedFigures(
        answering(Declarations.class, List.of(declaration)),
        answering(IssuerWords.class, word),
        issuer -> suspended);
  }

  /** A port of which only {@code of} is asked. */
  private static <T> T answering(Class<T> port, Object answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals("of")) {
                return answer;
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private static CollectedDeclaration declaration(
      Optional<Fallen.Kind> kind,
      boolean isComplete,
      Optional<LocalDate> incompleteSince,
      LocalDate validUntil) {
    return declaration(kind, isComplete, incompleteSince, validUntil, Optional.empty());
  }

  private static CollectedDeclaration declaration(
      Optional<Fallen.Kind> kind,
      boolean isComplete,
      Optional<LocalDate> incompleteSince,
      LocalDate validUntil,
      Optional<AuditorsWord> word) {
    CommittedTotals totals = new CommittedTotals(3_000_000_000L, 0, 0);
    CommitmentOpening opening = CommitmentOpening.fresh(3_000_000_000L, 0, 0, Randomness.secure());
    return new CollectedDeclaration(
        1,
        new DeclarationId("A".repeat(43)),
        MILL,
        new ProductClaim(
            STEEL, Optional.empty(), "coil", "steel", DeclaredUnit.KILOGRAM, Optional.empty()),
        new PeriodClaim(Period.ofYear(2025), validUntil),
        Optional.of(TotalClaim.of(totals, isComplete, Share.NONE)),
        Optional.empty(),
        Optional.of(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE)),
        Optional.empty(),
        Commitment.to(opening),
        Optional.of(opening),
        List.of("product", "period", "total", "method"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        kind.map(each -> new Fall(each, Optional.empty(), DAY, FELL)),
        incompleteSince,
        word,
        FELL.minusSeconds(3600),
        FELL.minusSeconds(3600));
  }
}
