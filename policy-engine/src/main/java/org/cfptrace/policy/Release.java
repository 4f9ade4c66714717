package org.cfptrace.policy;

import java.util.Set;
import org.cfptrace.declaration.ClaimName;

/**
 * What an owner has released to one recipient: the switches that are on, and the claims that a
 * policy opens. Everything that is not in here stays hidden.
 */
public record Release(Set<ReleaseSwitch> switchedOn, Set<ClaimName> openedByPolicy) {
  /** Nothing is released: the state before an owner decides. */
  public static final Release NOTHING = new Release(Set.of(), Set.of());

  public Release {
    switchedOn = Set.copyOf(switchedOn);
    openedByPolicy = Set.copyOf(openedByPolicy);
  }

  /** A release by switches alone; no policy opens anything more. */
  public static Release of(Set<ReleaseSwitch> switchedOn) {
    return new Release(switchedOn, Set.of());
  }

  /** Whether the owner has turned this switch on. */
  public boolean isOn(ReleaseSwitch releaseSwitch) {
    return switchedOn.contains(releaseSwitch);
  }

  /** Whether a policy names this claim. */
  public boolean isOpenedByPolicy(ClaimName claim) {
    return openedByPolicy.contains(claim);
  }
}
