package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.chain.ChainWorld.fossil;
import static org.cfptrace.declaration.ClaimName.PROCESS;
import static org.cfptrace.declaration.ClaimName.QUALITY;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever states how good its data is, and hides from what that follows, is not fully verified. */
class QualityNotShownTest {
  private static final Quantity ONE = Quantity.of("1", DeclaredUnit.PIECE);
  private static final QualityClaim UNRATED = new QualityClaim(Optional.empty(), Optional.empty());
  private static final QualityClaim ALL_PRIMARY =
      new QualityClaim(Optional.of(PrimaryDataShare.FULL), Optional.empty());

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm a = world.firm("a");
  private final ChainWorld.Firm b = world.firm("b");
  private final ChainWorld.Firm c = world.firm("c");

  @Test
  void aRatingWithoutWhatItFollowsFromIsNoFullAudit() {
    ChainVerdict verdict = verifyHiding(PROCESS, part("5", draft -> draft));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.root().remarks()).containsExactly(Remark.QUALITY_NOT_CHECKED);
    assertThat(AuditResult.of(verdict)).isEqualTo(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void withoutARatingThereIsNothingToCheck() {
    ChainVerdict verdict = verifyHiding(PROCESS, part("5", draft -> draft.with(UNRATED)));

    assertThat(verdict.root().remarks()).as(verdict.toString()).isEmpty();
    assertThat(AuditResult.of(verdict)).isEqualTo(AuditResult.VERIFIED);
  }

  @Test
  void theEstimatedShareFollowsFromSuppliersDeclarationsAlone() {
    ChainWorld.Made honest = ofEstimated(draft -> draft.with(UNRATED));

    assertThat(AuditResult.of(verifyHiding(PROCESS, honest))).isEqualTo(AuditResult.VERIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.18749", "0.18751"})
  void anotherEstimatedShareIsALieWithoutTheRestToo(String share) {
    ChainWorld.Made lie =
        ofEstimated(draft -> Spoils.estimated(draft.with(UNRATED), b.id(), Share.of(share)));

    ChainVerdict verdict = verifyHiding(PROCESS, lie);

    assertThat(verdict.root().reason()).as(verdict.toString()).contains(Reason.QUALITY_DIFFERS);
  }

  @Test
  void theEstimatedShareOfWhatRestsOnNoDeclarationCannotBeTold() {
    ChainWorld.Made steel =
        withCoke(a.makes("steel", DeclaredUnit.PIECE).emitting("1.5"))
            .spoiled(draft -> draft.with(UNRATED))
            .state();

    ChainVerdict verdict = verifyHiding(PROCESS, steel);

    assertThat(verdict.root().remarks())
        .as(verdict.toString())
        .contains(Remark.QUALITY_NOT_CHECKED, Remark.PARTLY_WITHOUT_DECLARATION);
    assertThat(AuditResult.of(verdict)).isEqualTo(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void aRatingShownToTheCustomerAloneIsCheckedAllTheSame() {
    ChainWorld.Copy honest = world.sell(part("5", draft -> draft), c);
    ChainWorld.Copy lying = world.sell(ofUnknown(draft -> draft.with(ALL_PRIMARY)), c);

    assertThat(AuditResult.of(verifyHiding(QUALITY, honest))).isEqualTo(AuditResult.VERIFIED);
    assertThat(verifyHiding(QUALITY, lying).of(lying.signed().id()).orElseThrow().reason())
        .contains(Reason.QUALITY_DIFFERS);
  }

  @Test
  void ownEmissionsOfUnsaidQualityWeighAsTheWorst() {
    ChainWorld.Made part =
        ofUnknown(
            draft ->
                draft.with(new ProcessClaim(Optional.empty(), Optional.empty())).with(ALL_PRIMARY));

    ChainVerdict verdict = verify(part, shown -> shown, Map.of());

    assertThat(verdict.root().reason()).as(verdict.toString()).contains(Reason.QUALITY_DIFFERS);
    assertThat(verdict.root().detail())
        .contains("primary data share does not follow from the inputs");
  }

  private ChainWorld.Made part(String own, UnaryOperator<DraftDeclaration> change) {
    return part(OwnEmissions.primary(fossil(own)), change);
  }

  /** Of its own 5 kg nobody knows whether they are primary data. */
  private ChainWorld.Made ofUnknown(UnaryOperator<DraftDeclaration> change) {
    return part(new OwnEmissions(fossil("5"), null, false, false), change);
  }

  private ChainWorld.Made part(OwnEmissions own, UnaryOperator<DraftDeclaration> change) {
    ChainWorld.Copy steel =
        world.sell(a.makes("steel", DeclaredUnit.PIECE).emitting("3").state(), b);
    return b.makes("part", DeclaredUnit.PIECE).emitting(own).of(steel, ONE).spoiled(change).state();
  }

  /** Half of the steel is, which is 1.5 kg of 8. */
  private ChainWorld.Made ofEstimated(UnaryOperator<DraftDeclaration> change) {
    ChainWorld.Copy steel =
        world.sell(withCoke(a.makes("steel", DeclaredUnit.PIECE).emitting("1.5")).state(), b);
    return b.makes("part", DeclaredUnit.PIECE).emitting("5").of(steel, ONE).spoiled(change).state();
  }

  private static ChainWorld.Making withCoke(ChainWorld.Making making) {
    return making.line(
        BillOfMaterialsLine.of(
            new LineId("coke"),
            "coke",
            Quantity.of("1", DeclaredUnit.KILOGRAM),
            new LineSupply.Terminal(
                new Estimate(
                    LineOrigin.SECONDARY,
                    DeclaredUnit.KILOGRAM,
                    fossil("1.5"),
                    null,
                    "a database"))));
  }

  private ChainVerdict verifyHiding(ClaimName name, ChainWorld.Made root) {
    return verify(root, shown -> hiding(shown, name), Map.of());
  }

  /** The same of the copy that a maker of cars uses. */
  private ChainVerdict verifyHiding(ClaimName name, ChainWorld.Copy part) {
    ChainWorld.Made car = c.makes("car", DeclaredUnit.PIECE).emitting("10").of(part, ONE).state();
    ShownDeclaration shown = hiding(world.shown(part, world.proofs()), name);
    return verify(car, it -> it, Map.of(part.signed().id(), new HopAnswer.Shown(shown)));
  }

  private ChainVerdict verify(
      ChainWorld.Made root,
      UnaryOperator<ShownDeclaration> change,
      Map<DeclarationId, HopAnswer> others) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    Map<DeclarationId, HopAnswer> answers = new HashMap<>(world.answers(root, proofs));
    answers.putAll(others);
    return world
        .verifier()
        .verify(ChainWorld.rootOf(root), change.apply(world.shown(root, proofs)), answers);
  }

  private static ShownDeclaration hiding(ShownDeclaration shown, ClaimName name) {
    return new ShownDeclaration(
        Spoils.hiding(shown.declaration(), name),
        shown.statement().map(statement -> Spoils.hiding(statement, name)),
        shown.proof(),
        shown.statementProof(),
        shown.inputs());
  }
}
