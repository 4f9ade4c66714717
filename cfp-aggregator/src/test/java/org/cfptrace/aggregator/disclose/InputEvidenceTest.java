package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.Stage;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** What is told of the declarations a figure rests on. */
class InputEvidenceTest {
  private static final DeclarationId ID = new DeclarationId("A".repeat(43));
  private static final CollectedDeclaration DECLARED =
      Trees.collected(ID, "bbbb", "Part", fossil(Stage.MAIN, "8"));
  private static final Tree CAR =
      new Trees()
          .declared(DECLARED)
          .made(
              "Car",
              Optional.of(measured(fossil(Stage.MAIN, "10"))),
              Optional.empty(),
              line(
                  "part",
                  "Part",
                  "1",
                  LineSupply.procured(LineSource.only(Trees.company("bbbb"), product("Part")))))
          .tree("Car", Set.of());

  private static Evidence.Input input(Optional<Anchors.Anchor> anchor) {
    Evidence evidence =
        new InputEvidence(
                stub(
                    Declarations.class,
                    "find",
                    Optional.of(DECLARED),
                    "token",
                    Optional.of("a.b.c~")),
                stub(FactorSets.class, "", "", "", ""),
                new Anchors() {
                  @Override
                  public boolean isThereALog() {
                    return true;
                  }

                  @Override
                  public Optional<Anchor> of(DeclarationId id) {
                    return id.equals(ID) ? anchor : Optional.empty();
                  }
                })
            .of(
                Trees.MAKER,
                Explosion.of(CAR).contributions(),
                LocalDate.parse("2026-03-01"),
                List.of(),
                List.of());
    assertThat(evidence.inputs()).hasSize(1);
    return evidence.inputs().get(0);
  }

  private static <T> T stub(Class<T> type, String one, Object first, String two, Object second) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals(one)) {
                return first;
              }
              if (method.getName().equals(two)) {
                return second;
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private static Optional<Anchors.Anchor> anchor(boolean isLate) {
    return Optional.of(
        new Anchors.Anchor(
            new LoggedEntry(ID, new InclusionProof(0, 1, List.of()), "a checkpoint"), isLate));
  }

  @Test
  void whatIsProvedHasItsPlaceInTheLog() {
    Evidence.Input input = input(anchor(false));

    assertThat(input.logIndex()).contains(0L);
    assertThat(input.evidence()).isEqualTo("VERIFIED, LOGGED");
    assertThat(input.state()).isEqualTo("ACTIVE");
  }

  @Test
  void whatCameLateIntoTheLogIsMarked() {
    assertThat(input(anchor(true)).evidence()).isEqualTo("VERIFIED, LOGGED, LATE_ANCHOR");
  }

  @Test
  void whatNobodyHasProvedIsVerifiedAlone() {
    Evidence.Input input = input(Optional.empty());

    assertThat(input.logIndex()).isEmpty();
    assertThat(input.evidence()).isEqualTo("VERIFIED");
  }
}
