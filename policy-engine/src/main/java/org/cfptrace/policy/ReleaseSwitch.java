package org.cfptrace.policy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;

/**
 * A switch in the owner's hand. One switch may open several claims that only make sense together.
 */
public enum ReleaseSwitch {
  /** The cumulative value, and with it the opening of the commitment. */
  TOTAL(ClaimName.TOTAL),
  /** The ratings of the data and who has verified them. */
  QUALITY(ClaimName.QUALITY, ClaimName.VERIFICATION),
  /** The cumulative value by stage and account; it makes no sense without the total. */
  STAGES(ClaimName.STAGES),
  /** The documents behind the figure, and an auditor's word on the product. */
  EVIDENCE(ClaimName.EVIDENCE, ClaimName.ATTEST),
  /** How many suppliers were asked and how many have answered. */
  COVERAGE(ClaimName.COVERAGE);

  private static final Map<ClaimName, ReleaseSwitch> BY_CLAIM =
      Arrays.stream(values())
          .flatMap(each -> each.claims.stream().map(claim -> Map.entry(claim, each)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<ClaimName> claims;

  ReleaseSwitch(ClaimName... claims) {
    this.claims = Set.of(claims);
  }

  /** The claims that this switch opens. */
  public Set<ClaimName> claims() {
    return claims;
  }

  /** The switch that opens a claim, or nothing when the claim has none. */
  public static Optional<ReleaseSwitch> of(ClaimName claim) {
    return Optional.ofNullable(BY_CLAIM.get(requireNonNull(claim, "claim")));
  }
}
