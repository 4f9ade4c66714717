package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Introduction.Purpose;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.footprint.ParticipantId;

/** How we know an auditor: as a partner, or by the word of a customer. */
public final class KnowAuditor {
  private final Partners partners;
  private final Introductions introductions;
  private final Clock clock;

  public KnowAuditor(Partners partners, Introductions introductions, Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.clock = requireNonNull(clock, "clock");
  }

  boolean isPartner(ParticipantId auditor) {
    return partners.find(auditor).filter(Partner::isTrusted).isPresent();
  }

  /** From now on it is known by this word, where it is no partner. */
  void by(Leave leave, ParticipantId auditor) {
    if (!isPartner(auditor)) {
      introductions.take(
          new Introduction(
              auditor,
              Purpose.ASKS_US,
              leave.auditorKey(),
              leave.by(),
              leave.until(),
              InboxAccess.CLOSED),
          clock.instant());
    }
  }

  /** The topic over which it hears from us; to somebody we do not know only a no, over the door. */
  Way wayTo(ParticipantId auditor) {
    boolean isIntroduced =
        introductions.inForce(auditor, clock.instant()).stream()
            .anyMatch(each -> each.purpose() == Purpose.ASKS_US);
    return isPartner(auditor) || isIntroduced ? Way.INBOX : Way.DOOR;
  }
}
