package org.cfptrace.aggregator.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Randomness;
import org.junit.jupiter.api.Test;

/** What its presenter says of a declaration decides whether its figure may be used. */
class CollectedDeclarationTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-27");
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  @Test
  void oneThatIsRecalledBySomebodyElsesWordIsRecalled() {
    CollectedDeclaration recalled = fallen(Optional.of(Fallen.Kind.RECALLED));

    assertThat(recalled.isRecalled()).isTrue();
    assertThat(recalled.isKeptBack()).isFalse();
    assertThat(recalled.stateOn(DAY)).isEqualTo(DeclarationState.RECALLED);
  }

  @Test
  void oneThatIsCorrectedOutOfSightIsSupersededAndKeptBack() {
    CollectedDeclaration corrected = fallen(Optional.of(Fallen.Kind.SUPERSEDED));

    assertThat(corrected.isSuperseded()).as("by one that we have").isFalse();
    assertThat(corrected.isKeptBack()).isTrue();
    assertThat(corrected.stateOn(DAY)).isEqualTo(DeclarationState.SUPERSEDED);
  }

  @Test
  void oneThatIsWithheldOrFollowedNoMoreIsKeptBackThoughItsIssuerStandsByIt() {
    for (Fallen.Kind kind : List.of(Fallen.Kind.WITHHELD, Fallen.Kind.ENDED)) {
      assertThat(fallen(Optional.of(kind)).isKeptBack()).as(kind.name()).isTrue();
      assertThat(fallen(Optional.of(kind)).stateOn(DAY)).isEqualTo(DeclarationState.ACTIVE);
    }
    assertThat(fallen(Optional.empty()).isKeptBack()).isFalse();
  }

  private static CollectedDeclaration fallen(Optional<Fallen.Kind> kind) {
    return new CollectedDeclaration(
        1,
        new DeclarationId("A".repeat(43)),
        ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa"),
        new ProductClaim(
            TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
            Optional.empty(),
            "coil",
            "steel",
            DeclaredUnit.KILOGRAM,
            Optional.empty()),
        new PeriodClaim(Period.ofYear(2025), LocalDate.parse("2027-12-31")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Commitment.to(CommitmentOpening.fresh(3, 0, 0, Randomness.secure())),
        Optional.empty(),
        List.of("product", "period"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        kind.map(each -> new Fall(each, Optional.empty(), DAY, NOW)),
        Optional.empty(),
        Optional.empty(),
        NOW,
        NOW);
  }
}
