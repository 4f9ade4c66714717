package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.Access;
import org.cfptrace.policy.AudienceViews;

/** The targets there are; none of them discloses what the policy never shows to its audience. */
public final class Targets {
  private final Map<TargetName, Target<?, ?>> byName = new EnumMap<>(TargetName.class);

  /**
   * Targets by their names.
   *
   * @throws IllegalArgumentException where one is there twice, or discloses a claim that an
   *     audience of its files never sees
   */
  public Targets(List<Target<?, ?>> targets, AudienceViews views) {
    for (Target<?, ?> target : targets) {
      target.audiences().forEach(audience -> refuseBeyond(views, target, audience));
      if (byName.put(target.name(), target) != null) {
        throw new IllegalArgumentException(target.name() + " is there twice");
      }
    }
  }

  private static void refuseBeyond(AudienceViews views, Target<?, ?> target, Audience audience) {
    for (ClaimName claim : target.disclosed(audience)) {
      if (views.of(claim, audience) == Access.NO) {
        throw new IllegalArgumentException(
            target.name() + " discloses " + claim + ", which " + audience + " never sees");
      }
    }
  }

  /** The one of a name. */
  public Target<?, ?> of(TargetName name) {
    return requireNonNull(byName.get(name), () -> "no target " + name);
  }
}
