package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations.Cause;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/**
 * An approver recalls in the moment in which a correction of just that is worked out: it has been
 * decided on when the recall is done, and not yet declared.
 */
class RecallFirstTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);

  RecallFirstTest() {
    mill.becomePartnerOf(parts);
    mill.emits(steel, "3");
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    mill.recalls(standing().orElseThrow().id(), "wrong meter");
    world.settle();
  }

  @Test
  void whatWasDecidedOnBeforeIsNotDeclaredByItself() {
    assertThatThrownBy(() -> declare(Cause.AUTOMATIC))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE));

    assertThat(standing()).isEmpty();
    // It is looked at again, and now a person is asked.
    mill.emits(steel, "4");
    world.settle();
    assertThat(standing()).isEmpty();
    assertThat(mill.waiting()).hasSize(1);
  }

  @Test
  void aPersonMayDeclareAnew() {
    DeclarationId declared = declare(Cause.PERSON);
    world.settle();

    assertThat(standing()).map(IssuedDeclaration::id).contains(declared);
    assertThat(parts.company().received().of(mill.id(), steel).get(0).total().orElseThrow())
        .satisfies(total -> assertThat(total.exclBiogenicUptake()).isEqualTo(KgCo2e.of("3")));
  }

  private Optional<IssuedDeclaration> standing() {
    return mill.company().issued().standing(steel, parts.id()).stream().findFirst();
  }

  private DeclarationId declare(Cause cause) {
    return mill.database()
        .inNew(
            () ->
                mill.trade()
                    .declare()
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(parts.id()),
                            Optional.of(Firm.YEAR),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)),
                            cause)));
  }
}
