package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;

/** What a partner may see of a product, and when it is told of changes without a person. */
public record ReleaseTerms(Set<ReleaseSwitch> switches, RedeclareRule rule) {
  /** Nothing is released: the state before an approver decides. */
  public static final ReleaseTerms NOTHING = new ReleaseTerms(Set.of(), RedeclareRule.ASK);

  public ReleaseTerms {
    Set<ReleaseSwitch> copy = EnumSet.noneOf(ReleaseSwitch.class);
    copy.addAll(switches);
    if (copy.contains(ReleaseSwitch.STAGES) && !copy.contains(ReleaseSwitch.TOTAL)) {
      throw new IllegalArgumentException(
          "the stages add up to the total: not one without the other");
    }
    switches = Collections.unmodifiableSet(copy);
    requireNonNull(rule, "rule");
  }

  /** Whether anything is released at all. */
  public boolean isOpen() {
    return !switches.isEmpty();
  }

  /** In the words of the policy engine. */
  public Release asRelease() {
    return Release.of(switches);
  }
}
