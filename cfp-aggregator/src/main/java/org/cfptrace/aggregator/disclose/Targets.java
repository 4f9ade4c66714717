package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.Access;
import org.cfptrace.policy.AudienceViews;

/** The targets there are; none of them discloses what the policy never shows to its audience. */
public final class Targets {
  private final Map<TargetName, Target<?, ?>> byName = new EnumMap<>(TargetName.class);

  /**
   * Targets by their names.
   *
   * @throws IllegalArgumentException where one is there twice, or discloses a claim that its
   *     audience never sees
   */
  public Targets(List<Target<?, ?>> targets, AudienceViews views) {
    for (Target<?, ?> target : targets) {
      TargetName name = target.name();
      for (ClaimName claim : name.disclosed()) {
        if (views.of(claim, name.audience()) == Access.NO) {
          throw new IllegalArgumentException(
              name + " discloses " + claim + ", which " + name.audience() + " never sees");
        }
      }
      if (byName.put(name, target) != null) {
        throw new IllegalArgumentException(name + " is there twice");
      }
    }
  }

  /** The one of a name. */
  public Target<?, ?> of(TargetName name) {
    return requireNonNull(byName.get(name), () -> "no target " + name);
  }
}
