package org.cfptrace.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.Access;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecideViewTest {
  private static final Release EVERYTHING =
      new Release(EnumSet.allOf(ReleaseSwitch.class), EnumSet.allOf(ClaimName.class));

  private final DecideView decideView = new DecideView(AudienceViews.standard());

  @ParameterizedTest
  @EnumSource(Audience.class)
  void answersForEveryClaim(Audience audience) {
    assertThat(decideView.decide(audience, Release.NOTHING).grounds())
        .containsOnlyKeys(ClaimName.values());
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void noReleaseOpensWhatTheTableForbids(Audience audience) {
    ViewDecision decision = decideView.decide(audience, EVERYTHING);

    for (ClaimName claim : ClaimName.values()) {
      boolean forbidden = AudienceViews.standard().of(claim, audience) == Access.NO;
      assertThat(decision.shows(claim)).as("%s for %s", claim, audience).isEqualTo(!forbidden);
    }
  }

  @Test
  void everyClaimWithASwitchInTheTableHasOneInTheOwnersHand() {
    for (ClaimName claim : ClaimName.values()) {
      for (Audience audience : Audience.values()) {
        if (AudienceViews.standard().of(claim, audience) == Access.SWITCH) {
          assertThat(ReleaseSwitch.of(claim)).as("switch for %s", claim).isPresent();
        }
      }
    }
  }

  @Test
  void aPolicyDoesNotReplaceASwitch() {
    ViewDecision decision =
        decideView.decide(
            Audience.NEXT_TIER, new Release(Set.of(), Set.of(ClaimName.TOTAL, ClaimName.STAGES)));

    assertThat(decision.grounds())
        .containsEntry(ClaimName.TOTAL, Ground.SWITCHED_OFF)
        .containsEntry(ClaimName.STAGES, Ground.OPENED_BY_POLICY);
  }

  @Test
  void theOpeningStaysBehindWhenTheTotalDoes() {
    assertThat(decideView.decide(Audience.NEXT_TIER, Release.NOTHING).carriesOpening()).isFalse();
    assertThat(
            decideView
                .decide(Audience.NEXT_TIER, Release.of(Set.of(ReleaseSwitch.TOTAL)))
                .carriesOpening())
        .isTrue();
  }

  @Test
  void aClaimThatWasNeverDecidedIsHidden() {
    ViewDecision undecided = new ViewDecision(Audience.AUDITOR, Map.of());

    assertThat(undecided.shows(ClaimName.PRODUCT)).isFalse();
    assertThat(undecided.visibleClaims()).isEmpty();
  }
}
