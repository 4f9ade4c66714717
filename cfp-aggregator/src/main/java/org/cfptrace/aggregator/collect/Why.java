package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import org.cfptrace.verify.Reason;

/**
 * Why a message was not applied.
 *
 * @param reason the stable reason, for the operator
 * @param outward the one the sender may be told
 * @param detail what was expected and seen; nothing of the content, and only for the operator
 */
public record Why(String reason, String outward, String detail) {
  public Why {
    requireNonNull(reason, "reason");
    requireNonNull(outward, "outward");
    requireNonNull(detail, "detail");
  }

  /** What can be at fault beyond what the reader checks. */
  public enum Trouble {
    /** The sender is not a partner of ours. */
    NOT_A_PARTNER,
    /** Such a message does not come over this topic. */
    WRONG_WAY,
    /** A message before it is missing. */
    AHEAD_OF_TURN,
    /** Its place in the thread was used by another message. */
    PLACE_USED,
    /** The declaration lacks what is needed to find it again. */
    PRODUCT_NOT_SHOWN,
    /** We failed where we should not; it is tried again. */
    FAILED_HERE
  }

  /** A reason of the reader. */
  public static Why of(Reason reason, String detail) {
    return new Why(reason.name(), reason.outward().name(), detail);
  }

  /** A reason of ours. */
  public static Why of(Trouble trouble, String detail) {
    return new Why(trouble.name(), trouble.name(), detail);
  }
}
