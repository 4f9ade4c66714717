package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/** Who takes which message, and from whom it may come at all. */
public final class Handlers {
  private static final Set<MessageType> ANSWERS =
      Set.of(MessageType.AUDIT_DISCLOSURE, MessageType.AUDIT_REFUSAL);

  private final Map<MessageType, MessageHandler> handlers;
  private final Partners partners;
  private final Introductions introductions;
  private final Clock clock;

  public Handlers(
      Collection<MessageHandler> handlers,
      Partners partners,
      Introductions introductions,
      Clock clock) {
    this.handlers =
        handlers.stream().collect(toUnmodifiableMap(MessageHandler::type, handler -> handler));
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Whether the sender of such a message gets a receipt. */
  boolean isReceipted(MessageType type) {
    MessageHandler handler = handlers.get(type);
    return handler == null || handler.isReceipted();
  }

  /** Prepares a message; one that nobody takes is refused. */
  MessageHandler.Application prepare(VerifiedMessage message) {
    MessageHandler handler = handlers.get(message.type());
    if (handler == null) {
      Why why = Why.of(Reason.UNKNOWN_MESSAGE_TYPE, "nobody here takes " + message.type());
      return () -> new Handled.Refused(why);
    }
    return handler.prepare(message);
  }

  /** Whether the sender may say this over this topic at all; empty when it may. */
  Optional<Handled> admit(Way way, VerifiedMessage message) {
    MessageHandler handler = handlers.get(message.type());
    if (handler != null && !handler.ways().contains(way)) {
      return refused(Trouble.WRONG_WAY, message.type() + " does not come over the " + way);
    }
    return way == Way.DOOR ? Optional.empty() : admitPartner(message);
  }

  private Optional<Handled> admitPartner(VerifiedMessage message) {
    Optional<Partner> partner = partners.find(message.issuer());
    if (isAnswerOfOneWeAsk(message)) {
      return Optional.empty();
    }
    if (partner.filter(Handlers::mayWrite).isEmpty()) {
      return refused(Trouble.NOT_A_PARTNER, "not a partner of ours");
    }
    if (partner.flatMap(Partner::pinnedKey).isEmpty()) {
      return Optional.of(
          new Handled.Held(
              Why.of(Trouble.KEY_NOT_CONFIRMED, "nobody has compared the fingerprint yet")));
    }
    return Optional.empty();
  }

  // Its key was compared when it was introduced; nothing else is taken from it for that.
  private boolean isAnswerOfOneWeAsk(VerifiedMessage message) {
    return ANSWERS.contains(message.type())
        && introductions.inForce(message.issuer(), clock.instant()).stream()
            .anyMatch(each -> each.purpose() == Introduction.Purpose.ANSWERS_US);
  }

  /** The topic over which the sender of a message hears from us. */
  Way wayBack(Way way, ParticipantId sender) {
    boolean isPartner = partners.find(sender).filter(Handlers::mayWrite).isPresent();
    return way == Way.INBOX && isPartner ? Way.INBOX : Way.DOOR;
  }

  // One we have invited may write before its answer is here: that comes over another topic.
  private static boolean mayWrite(Partner partner) {
    return partner.state() == PartnerState.ACCEPTED || partner.state() == PartnerState.INVITED;
  }

  private static Optional<Handled> refused(Trouble trouble, String detail) {
    return Optional.of(new Handled.Refused(Why.of(trouble, detail)));
  }
}
