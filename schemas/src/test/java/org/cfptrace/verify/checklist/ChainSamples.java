package org.cfptrace.verify.checklist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.bundle.BundleFile;
import org.cfptrace.bundle.SampleAudit;
import org.cfptrace.bundle.SignedBundle;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.verify.Reason;

/**
 * Chains as an auditor keeps them: three companies, of which the middle one shows or signs
 * something that does not hold. Each bundle is in order but for that, its report included.
 */
final class ChainSamples {
  private ChainSamples() {}

  static Stream<Sample> all() {
    return Stream.of(
        sample(0, "accepted", "nothing", Sample.ACCEPTED, ChainSamples::honest),
        sample(
            102,
            "input-swapped",
            "the supplier's declaration shown is not the one the element names",
            Reason.INPUT_LINK_BROKEN,
            audit -> showing(audit, ChainSamples::otherSteel)),
        sample(
            102,
            "input-under-another-commitment",
            "the element names another commitment than the supplier's declaration has",
            Reason.INPUT_LINK_BROKEN,
            audit ->
                signing(audit, draft -> element(draft, e -> withSource(e, otherCt(audit, e))))),
        sample(
            102,
            "input-of-another-product",
            "the element names another product than the supplier's declaration is of",
            Reason.INPUT_LINK_BROKEN,
            audit -> signing(audit, draft -> element(draft, ChainSamples::ofAnotherProduct))),
        sample(
            103,
            "input-opens-to-other-amounts",
            "the opening of the supplier's declaration holds a microgram more",
            Reason.COMMITMENT_DOES_NOT_OPEN,
            audit -> showing(audit, (it, shown) -> withInputs(shown, ChainSamples::openingMore))),
        sample(
            104,
            "sum-a-microgram-more",
            "own emissions are a microgram more than the total leaves",
            Reason.SUM_DIFFERS,
            audit ->
                signing(
                    audit, draft -> draft.with(new OwnClaim(ChainWorld.fossil("5.000000001"))))),
        sample(
            104,
            "sum-a-microgram-less",
            "own emissions are a microgram less than the total leaves",
            Reason.SUM_DIFFERS,
            audit ->
                signing(
                    audit, draft -> draft.with(new OwnClaim(ChainWorld.fossil("4.999999999"))))),
        sample(
            104,
            "sum-a-microgram-more-in-a-contribution",
            "what the input adds is a microgram more than own emissions leave of the total",
            Reason.SUM_DIFFERS,
            audit -> signing(audit, draft -> element(draft, ChainSamples::addingMore))),
        sample(
            104,
            "sum-own-four-input-three-total-eight",
            "own 4, input 3, total 8",
            Reason.SUM_DIFFERS,
            audit -> signing(audit, draft -> draft.with(new OwnClaim(ChainWorld.fossil("4"))))),
        sample(
            106,
            "input-in-hours",
            "used in hours, declared per piece",
            Reason.UNIT_MISMATCH,
            audit -> signing(audit, draft -> element(draft, ChainSamples::inHours))),
        sample(
            107,
            "input-recalled",
            "the supplier's declaration has been recalled",
            Reason.INPUT_RECALLED,
            audit -> marking(audit, audit.world::recall)),
        sample(
            107,
            "input-superseded",
            "the supplier's declaration has been corrected",
            Reason.INPUT_SUPERSEDED,
            audit -> marking(audit, audit.world::supersede)),
        sample(
            108,
            "input-too-old",
            "the supplier's period ended more than 36 months before",
            Reason.PERIOD_NOT_COVERED,
            audit -> ofSteel(audit, steel -> steel.during(Period.ofYear(2021)))),
        sample(
            108,
            "input-expired",
            "the supplier's declaration was valid until the day before the period ends",
            Reason.PERIOD_NOT_COVERED,
            audit -> ofSteel(audit, steel -> steel.validUntil("2025-12-30"))),
        sample(
            109,
            "cycle",
            "the steel is made of the part, which is made of the steel",
            Reason.CHAIN_CYCLE,
            ChainSamples::cycle),
        sample(
            110,
            "input-twice",
            "two sources of one line are the same declaration",
            Reason.INPUT_TWICE,
            audit -> signing(audit, ChainSamples::twice)));
  }

  private static Sample sample(
      int item,
      String defect,
      String spoiled,
      Reason expected,
      Function<SampleAudit, SignedBundle> making) {
    return sample(item, defect, spoiled, expected.name(), making);
  }

  private static Sample sample(
      int item,
      String defect,
      String spoiled,
      String expected,
      Function<SampleAudit, SignedBundle> making) {
    byte[] file = BundleFile.write(making.apply(new SampleAudit()));
    return new Sample(
        item,
        Form.BUNDLE,
        defect,
        spoiled,
        expected,
        Setting.STANDARD,
        new String(file, ISO_8859_1),
        Optional.empty(),
        Cast.MILL);
  }

  private static SignedBundle honest(SampleAudit audit) {
    return audit.bundle(audit.car(audit.part(audit.steel("3"))));
  }

  /** The middle signs something else. */
  private static SignedBundle signing(SampleAudit audit, UnaryOperator<DraftDeclaration> spoiler) {
    ChainWorld.Copy part =
        audit.world.sell(
            audit
                .b
                .makes("part", DeclaredUnit.PIECE)
                .emitting("5")
                .of(audit.steel("3"), SampleAudit.ONE)
                .spoiled(spoiler)
                .state(),
            audit.c);
    return audit.bundle(audit.car(part));
  }

  /** The middle shows something else. */
  private interface Showing {
    ShownDeclaration of(SampleAudit audit, ShownDeclaration honest);
  }

  private static SignedBundle showing(SampleAudit audit, Showing lie) {
    ChainWorld.Copy part = audit.part(audit.steel("3"));
    ChainWorld.Made car = audit.car(part);
    ShownDeclaration shown = lie.of(audit, audit.world.shown(part, audit.world.proofs()));
    return audit.bundle(car, answers -> with(answers, part.signed().id(), shown));
  }

  private static SignedBundle ofSteel(SampleAudit audit, UnaryOperator<ChainWorld.Making> steel) {
    ChainWorld.Copy input =
        audit.world.sell(
            steel.apply(audit.a.makes("steel", DeclaredUnit.PIECE).emitting("3")).state(), audit.b);
    return audit.bundle(audit.car(audit.part(input)));
  }

  private static SignedBundle marking(SampleAudit audit, Consumer<DeclarationId> mark) {
    ChainWorld.Copy steel = audit.steel("3");
    ChainWorld.Made car = audit.car(audit.part(steel));
    mark.accept(steel.signed().id());
    return audit.bundle(car);
  }

  private static SignedBundle cycle(SampleAudit audit) {
    ChainWorld.Made part =
        audit
            .b
            .makes("part", DeclaredUnit.PIECE)
            .emitting("5")
            .of(audit.steel("3"), SampleAudit.ONE)
            .state();
    ChainWorld.Made steel =
        audit
            .a
            .makes("steel", DeclaredUnit.PIECE)
            .emitting("1")
            .of(audit.world.sell(part, audit.a), SampleAudit.ONE)
            .state();
    return audit.bundle(audit.car(audit.world.sell(steel, audit.c)));
  }

  private static ShownDeclaration otherSteel(SampleAudit audit, ShownDeclaration shown) {
    ChainWorld.Copy dear = audit.steel("9");
    ChainWorld.Copy holder = audit.part(dear);
    List<AuditedInput> others = audit.world.shown(holder, audit.world.proofs()).inputs();
    return withInputs(shown, input -> others.get(0));
  }

  private static AuditedInput openingMore(AuditedInput input) {
    CommitmentOpening opening = input.opening().orElseThrow();
    return new AuditedInput(
        input.declaration(),
        Optional.of(
            new CommitmentOpening(
                opening.grossMicrograms() + 1,
                opening.removalsMicrograms(),
                opening.uptakeMicrograms(),
                opening.blinding())),
        input.proof(),
        input.endorsement(),
        input.supplierKey());
  }

  private static ShownDeclaration withInputs(
      ShownDeclaration shown, UnaryOperator<AuditedInput> change) {
    return new ShownDeclaration(
        shown.declaration(),
        shown.statement(),
        shown.proof(),
        shown.statementProof(),
        shown.inputs().stream().map(change).toList());
  }

  private static Map<DeclarationId, HopAnswer> with(
      Map<DeclarationId, HopAnswer> answers, DeclarationId id, ShownDeclaration shown) {
    Map<DeclarationId, HopAnswer> changed = new LinkedHashMap<>(answers);
    changed.put(id, new HopAnswer.Shown(shown));
    return changed;
  }

  private static DraftDeclaration element(
      DraftDeclaration draft, UnaryOperator<InputElement> change) {
    InputsClaim inputs = (InputsClaim) draft.claim(ClaimName.INPUTS).orElseThrow();
    return draft.with(new InputsClaim(inputs.elements().stream().map(change).toList()));
  }

  private static DraftDeclaration twice(DraftDeclaration draft) {
    InputsClaim inputs = (InputsClaim) draft.claim(ClaimName.INPUTS).orElseThrow();
    InputElement whole = inputs.elements().get(0);
    InputElement half =
        new InputElement(
            whole.source(),
            whole.amount(),
            whole.yield(),
            new Fraction(BigDecimal.ONE, BigDecimal.valueOf(2)),
            KgCo2e.of("1.5"),
            Optional.of(KgCo2e.of("1.5")),
            whole.state(),
            whole.line());
    return draft.with(new InputsClaim(List.of(half, half)));
  }

  private static InputElement.Source otherCt(SampleAudit audit, InputElement element) {
    InputElement.Source source = element.source().orElseThrow();
    return new InputElement.Source(
        source.issuer(),
        source.declarationId(),
        audit.steel("3").signed().commitment(),
        source.traceId());
  }

  private static InputElement ofAnotherProduct(InputElement element) {
    InputElement.Source source = element.source().orElseThrow();
    return withSource(
        element,
        new InputElement.Source(
            source.issuer(),
            source.declarationId(),
            source.commitment(),
            TraceId.of(Cast.urn("another product"))));
  }

  private static InputElement withSource(InputElement element, InputElement.Source source) {
    return new InputElement(
        Optional.of(source),
        element.amount(),
        element.yield(),
        element.factor(),
        element.contribution(),
        element.contributionExcl(),
        element.state(),
        element.line());
  }

  private static InputElement addingMore(InputElement element) {
    KgCo2e more = element.contribution().plus(KgCo2e.ofMicrograms(1));
    return new InputElement(
        element.source(),
        element.amount(),
        element.yield(),
        element.factor(),
        more,
        Optional.of(more),
        element.state(),
        element.line());
  }

  private static InputElement inHours(InputElement element) {
    return new InputElement(
        element.source(),
        new Quantity(element.amount().amount(), DeclaredUnit.HOUR),
        element.yield(),
        element.factor(),
        element.contribution(),
        element.contributionExcl(),
        element.state(),
        element.line());
  }
}
