package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes what a supplier says of its product beside its declarations: what it shows from now on or
 * no longer, and how far the tree behind it is. What was withheld comes back without anything to do
 * here.
 */
public final class TakeSupplierWords {
  private final SupplierWords words;
  private final Answers answers;
  private final StaleProducts staleProducts;
  private final Notifications notifications;
  private final Clock clock;

  public TakeSupplierWords(
      SupplierWords words,
      Answers answers,
      StaleProducts staleProducts,
      Notifications notifications,
      Clock clock) {
    this.words = requireNonNull(words, "words");
    this.answers = requireNonNull(answers, "answers");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One handler for each message. */
  public List<MessageHandler> handlers() {
    return List.of(
        new BodyHandler<>(MessageType.RELEASE, ReleaseBody::fromJson, this::released),
        new BodyHandler<>(MessageType.WITHHOLD, WithholdBody::fromJson, this::withheld),
        new BodyHandler<>(MessageType.PROGRESS, ProgressBody::fromJson, this::progressed));
  }

  private Handled released(VerifiedMessage message, ReleaseBody body) {
    words.released(message.issuer(), body.traceId(), body.switches());
    tell(NotificationType.RELEASED, message, body.traceId(), body.switches());
    return changed(message, body.traceId());
  }

  private Handled withheld(VerifiedMessage message, WithholdBody body) {
    words.withheld(message.issuer(), body.traceId(), body.switches());
    tell(NotificationType.WITHHELD, message, body.traceId(), body.switches());
    return changed(message, body.traceId());
  }

  private Handled progressed(VerifiedMessage message, ProgressBody body) {
    words.progress(
        message.issuer(),
        body.traceId(),
        new SupplierWord.Progress(body.complete(), body.requests(), body.changedOn()));
    return changed(message, body.traceId());
  }

  private Handled changed(VerifiedMessage message, TraceId product) {
    answers.refresh(RequestSide.ASKER, message.issuer(), product);
    staleProducts.markUsersOf(
        new SupplierProduct(message.issuer(), product),
        StaleProducts.Cause.PARTNER_FIGURE,
        clock.instant());
    return Handled.done();
  }

  private void tell(
      NotificationType type, VerifiedMessage message, TraceId product, Set<SharedItem> items) {
    notifications.tell(
        Told.of(type, clock.instant())
            .withPartner(message.issuer())
            .withProduct(product)
            .withFact(
                "items", items.stream().map(Enum::name).sorted().collect(Collectors.joining(" "))));
  }
}
