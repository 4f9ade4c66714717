package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import org.cfptrace.verify.Reason;

/**
 * Why a message was not applied.
 *
 * @param reason the stable reason, for the operator
 * @param outward the one the sender may be told
 * @param detail what exactly was expected and seen; nothing of the content, and only for the
 *     operator
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
    /** Too many messages of this sender wait for others before them. */
    TOO_MANY_AHEAD,
    /** Its place in the thread was used by another message. */
    PLACE_USED,
    /** Nobody has compared the sender's fingerprint yet. */
    KEY_NOT_CONFIRMED,
    /** It lacks what we need to find it again. */
    PRODUCT_NOT_SHOWN,
    /** There is no such request between the sender and us, or not in this thread. */
    UNKNOWN_REQUEST,
    /** A request of that id is there already. */
    REQUEST_EXISTS,
    /** The request's state does not allow this. */
    ILLEGAL_MOVE,
    /** The sender has not declared that to us. */
    UNKNOWN_DECLARATION,
    /** The directory does not list the sender as an aggregator. */
    NOT_AN_AGGREGATOR,
    /** We have no such product. */
    UNKNOWN_PRODUCT,
    /** A proposal of that id is there already. */
    PROPOSAL_EXISTS,
    /** We have not proposed that to the sender, or it has answered before. */
    UNKNOWN_PROPOSAL,
    /** An export of that id was brought before, with other files. */
    EXPORT_DIFFERS,
    /** Something went wrong on our side. */
    OUR_FAULT
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
