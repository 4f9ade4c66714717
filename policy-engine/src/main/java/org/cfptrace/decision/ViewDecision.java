package org.cfptrace.decision;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;

/** The answer for one audience: each claim with the ground on which it is shown or hidden. */
public record ViewDecision(Audience audience, Map<ClaimName, Ground> grounds) {
  public ViewDecision {
    requireNonNull(audience, "audience");
    Map<ClaimName, Ground> copy = new EnumMap<>(ClaimName.class);
    copy.putAll(grounds);
    grounds = Collections.unmodifiableMap(copy);
  }

  /** The claims to disclose, in the order of the table. */
  public Set<ClaimName> visibleClaims() {
    Set<ClaimName> visible = EnumSet.noneOf(ClaimName.class);
    grounds.forEach(
        (claim, ground) -> {
          if (ground.shows()) {
            visible.add(claim);
          }
        });
    return visible;
  }

  /** Whether the claim is disclosed; a claim that was never decided is not. */
  public boolean shows(ClaimName claim) {
    Ground ground = grounds.get(requireNonNull(claim, "claim"));
    return ground != null && ground.shows();
  }

  /**
   * Whether the opening of the commitment may travel: only with the total, for whoever holds the
   * opening can read the total from it.
   */
  public boolean carriesOpening() {
    return shows(ClaimName.TOTAL);
  }
}
