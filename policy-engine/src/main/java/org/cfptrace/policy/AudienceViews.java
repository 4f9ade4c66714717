package org.cfptrace.policy;

import static java.util.Objects.requireNonNull;
import static org.cfptrace.policy.Access.NO;
import static org.cfptrace.policy.Access.POLICY;
import static org.cfptrace.policy.Access.SWITCH;
import static org.cfptrace.policy.Access.YES;

import java.util.EnumMap;
import java.util.Map;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;

/**
 * The one table of hidden claims by audience. Every copy that leaves a company is cut by it, so a
 * change here changes what all recipients see, and a claim that is missing here is seen by nobody.
 */
public final class AudienceViews {
  private static final AudienceViews STANDARD =
      new AudienceViews()
          //                               next tier aggregator auditor regulator
          .row(ClaimName.PRODUCT, /*     */ YES, /*    */ YES, YES, YES)
          .row(ClaimName.TOTAL, /*       */ SWITCH, /* */ YES, YES, YES)
          .row(ClaimName.PERIOD, /*      */ YES, /*    */ YES, YES, YES)
          .row(ClaimName.METHOD, /*      */ YES, /*    */ YES, YES, YES)
          .row(ClaimName.AUDIENCE, /*    */ YES, /*    */ YES, YES, NO)
          .row(ClaimName.SUPERSEDES, /*  */ YES, /*    */ YES, YES, YES)
          .row(ClaimName.TERMS, /*       */ YES, /*    */ YES, YES, YES)
          .row(ClaimName.QUALITY, /*     */ SWITCH, /* */ YES, YES, YES)
          .row(ClaimName.VERIFICATION, /**/ SWITCH, /* */ YES, YES, YES)
          .row(ClaimName.STAGES, /*      */ POLICY, /* */ YES, YES, YES)
          .row(ClaimName.COVERAGE, /*    */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.SITE, /*        */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.CONTENT, /*     */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.EMBEDDED, /*    */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.GX, /*          */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.EVIDENCE, /*    */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.ATTEST, /*      */ POLICY, /* */ POLICY, YES, POLICY)
          .row(ClaimName.STATEMENT, /*   */ NO, /*     */ NO, YES, NO)
          .row(ClaimName.OWN, /*         */ NO, /*     */ NO, YES, NO)
          .row(ClaimName.PROCESS, /*     */ NO, /*     */ NO, YES, NO)
          .row(ClaimName.ELECTRICITY, /* */ NO, /*     */ NO, YES, NO)
          .row(ClaimName.EXT, /*         */ NO, /*     */ NO, YES, NO)
          .row(ClaimName.INPUTS, /*      */ NO, /*     */ NO, YES, NO);

  private final Map<ClaimName, Map<Audience, Access>> rows = new EnumMap<>(ClaimName.class);

  private AudienceViews() {}

  /** The table every participant uses. */
  public static AudienceViews standard() {
    return STANDARD;
  }

  /** What the table says; NO for a claim or an audience it does not know. */
  public Access of(ClaimName claim, Audience audience) {
    requireNonNull(audience, "audience");
    return rows.getOrDefault(requireNonNull(claim, "claim"), Map.of()).getOrDefault(audience, NO);
  }

  private AudienceViews row(
      ClaimName claim, Access nextTier, Access aggregator, Access auditor, Access regulator) {
    Map<Audience, Access> row = new EnumMap<>(Audience.class);
    row.put(Audience.SELF, YES);
    row.put(Audience.NEXT_TIER, nextTier);
    row.put(Audience.AGGREGATOR, aggregator);
    row.put(Audience.AUDITOR, auditor);
    row.put(Audience.REGULATOR, regulator);
    rows.put(claim, row);
    return this;
  }
}
