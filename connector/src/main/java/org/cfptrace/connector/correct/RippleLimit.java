package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * How many declarations of a day may go out by themselves, so that corrections which go round
 * between companies come to rest. A correction that comes round again comes from the same
 * supplier's product again; one that reaches us on many ways comes from many, once from each. So
 * each counts for itself; but what the recipient itself has sent may be its answer to us, and makes
 * no room for another.
 */
public final class RippleLimit {
  static final int A_DAY = 3;

  private final IssuedDeclarations issued;
  private final ReceivedDeclarations received;
  private final BillsOfMaterials billsOfMaterials;
  private final Clock clock;

  public RippleLimit(
      IssuedDeclarations issued,
      ReceivedDeclarations received,
      BillsOfMaterials billsOfMaterials,
      Clock clock) {
    this.issued = requireNonNull(issued, "issued");
    this.received = requireNonNull(received, "received");
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Whether the automatic declarations of this product to that recipient are used up today (UTC):
   * three, or as many as figures have come from others than the recipient of what goes into it, of
   * each supplier's product at most three.
   */
  boolean isReached(TraceId product, ParticipantId recipient) {
    Instant dayBegan =
        LocalDate.now(clock.withZone(ZoneOffset.UTC)).atStartOfDay(ZoneOffset.UTC).toInstant();
    long told = issued.automaticSince(product, recipient, dayBegan);
    return told >= A_DAY
        && told
            >= received.cameSince(
                dayBegan, billsOfMaterials.withOwnParts(product), recipient, A_DAY);
  }
}
