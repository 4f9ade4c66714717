package org.cfptrace.decision;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;

/** Decides for every claim whether an audience may see it. In doubt it stays hidden. */
public final class DecideView {
  private final AudienceViews views;

  public DecideView(AudienceViews views) {
    this.views = requireNonNull(views, "views");
  }

  /** The view of an audience under what the owner has released to it. */
  public ViewDecision decide(Audience audience, Release release) {
    Map<ClaimName, Ground> grounds = new EnumMap<>(ClaimName.class);
    for (ClaimName claim : ClaimName.values()) {
      grounds.put(claim, groundFor(claim, audience, release));
    }
    return new ViewDecision(audience, grounds);
  }

  private Ground groundFor(ClaimName claim, Audience audience, Release release) {
    return switch (views.of(claim, audience)) {
      case YES -> Ground.AUDIENCE_SEES_IT;
      case SWITCH -> isSwitchedOn(claim, release) ? Ground.SWITCHED_ON : Ground.SWITCHED_OFF;
      case POLICY -> groundInPolicy(claim, release);
      case NO -> Ground.NOT_FOR_THIS_AUDIENCE;
    };
  }

  /** A switch is the owner's policy for one partner and product, said by hand. */
  private static Ground groundInPolicy(ClaimName claim, Release release) {
    if (release.isOpenedByPolicy(claim)) {
      return Ground.OPENED_BY_POLICY;
    }
    return isSwitchedOn(claim, release) ? Ground.SWITCHED_ON : Ground.NO_POLICY;
  }

  private static boolean isSwitchedOn(ClaimName claim, Release release) {
    return ReleaseSwitch.of(claim).map(release::isOn).orElse(false);
  }
}
