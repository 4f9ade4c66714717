package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import org.cfptrace.decision.DecideView;
import org.cfptrace.decision.ViewDecision;
import org.cfptrace.declaration.Audience;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.policy.Release;

/** Asks the policy engine what an audience may see under what the owner has released to it. */
public final class ShareView {
  private final DecideView decideView;

  public ShareView(DecideView decideView) {
    this.decideView = requireNonNull(decideView, "decideView");
  }

  /** By the table every participant uses. */
  public static ShareView standard() {
    return new ShareView(new DecideView(AudienceViews.standard()));
  }

  /** What the audience may see, claim by claim, with the ground of each. */
  public ViewDecision of(Audience audience, Release release) {
    return decideView.decide(audience, release);
  }
}
