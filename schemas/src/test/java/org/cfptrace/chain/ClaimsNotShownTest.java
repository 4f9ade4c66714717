package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The middle of three signs the truth and shows less of it than an auditor must see. */
class ClaimsNotShownTest {
  private static final Quantity ONE = Quantity.of("1", DeclaredUnit.PIECE);

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm a = world.firm("a");
  private final ChainWorld.Firm b = world.firm("b");
  private final ChainWorld.Firm c = world.firm("c");
  private final ChainWorld.Copy steel =
      world.sell(a.makes("steel", DeclaredUnit.PIECE).emitting("3").state(), b);
  private final ChainWorld.Copy part =
      world.sell(b.makes("part", DeclaredUnit.PIECE).emitting("5").of(steel, ONE).state(), c);
  private final ChainWorld.Made car =
      c.makes("car", DeclaredUnit.PIECE).emitting("10").of(part, ONE).state();

  @Test
  void allThatMustBeSeenHolds() {
    ChainVerdict verdict = verify(shown -> shown);

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = ClaimName.class,
      names = {"PRODUCT", "TOTAL", "PERIOD", "METHOD", "OWN"})
  void noSumIsCheckedWithoutThisClaim(ClaimName name) {
    ChainVerdict verdict =
        verify(
            shown ->
                with(
                    Spoils.hiding(shown.declaration(), name),
                    shown.statement(),
                    shown,
                    shown.inputs()));

    assertNotShown(verdict, "claim " + name.jsonName());
  }

  @Test
  void noCopyIsCheckedWithoutTheStatementBehindIt() {
    ChainVerdict verdict =
        verify(shown -> with(shown.declaration(), Optional.empty(), shown, shown.inputs()));

    assertNotShown(verdict, "the statement behind the copy is not shown");
  }

  @ParameterizedTest
  @EnumSource(
      value = ClaimName.class,
      names = {"TOTAL", "PERIOD", "METHOD"})
  void noInputIsCountedWithoutThisClaim(ClaimName name) {
    ChainVerdict verdict =
        verify(
            shown ->
                with(
                    shown.declaration(),
                    shown.statement(),
                    shown,
                    shown.inputs().stream().map(input -> Spoils.hiding(input, name)).toList()));

    assertNotShown(verdict, "input " + steel.signed().id() + ", claim " + name.jsonName());
  }

  private void assertNotShown(ChainVerdict verdict, String detail) {
    HopVerdict hop = verdict.of(part.signed().id()).orElseThrow();
    assertThat(hop.outcome()).as(verdict.toString()).isEqualTo(HopOutcome.FAILED);
    assertThat(hop.reason()).contains(Reason.CLAIM_NOT_SHOWN);
    assertThat(hop.detail()).contains(detail);
    assertThat(verdict.root().outcome()).isEqualTo(HopOutcome.VERIFIED);
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("55.555555555"));
  }

  private ChainVerdict verify(UnaryOperator<ShownDeclaration> ofPart) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    Map<DeclarationId, HopAnswer> answers = new HashMap<>(world.answers(car, proofs));
    answers.put(part.signed().id(), new HopAnswer.Shown(ofPart.apply(world.shown(part, proofs))));
    return world.verifier().verify(ChainWorld.rootOf(car), world.shown(car, proofs), answers);
  }

  private static ShownDeclaration with(
      DeclarationBody declaration,
      Optional<DeclarationBody> statement,
      ShownDeclaration proven,
      List<AuditedInput> inputs) {
    return new ShownDeclaration(
        declaration, statement, proven.proof(), proven.statementProof(), inputs);
  }
}
