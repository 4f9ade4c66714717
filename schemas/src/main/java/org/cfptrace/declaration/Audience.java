package org.cfptrace.declaration;

/** Who a view is made for; what each may see is decided by the policy engine. */
public enum Audience {
  /** The issuer itself: the self-declaration holds everything. */
  SELF,
  /** The direct customer. */
  NEXT_TIER,
  /** Whoever puts a product's footprint together on the issuer's behalf. */
  AGGREGATOR,
  /** An accredited auditor with a mandate. */
  AUDITOR,
  /** An authority, or the public part of a passport. */
  REGULATOR
}
