package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.trade.Answers;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Withdraws a declaration without a replacement, and takes partners' withdrawals. Of a statement
 * all copies are withdrawn, of a copy only that one. What was recalled stays readable and never
 * counts again.
 */
public final class RecallDeclaration {
  private final IssuedDeclarations issued;
  private final ReceivedDeclarations received;
  private final Threads threads;
  private final PostMessage post;
  private final Answers answers;
  private final StaleProducts staleProducts;
  private final Notifications notifications;
  private final Clock clock;

  public RecallDeclaration(
      IssuedDeclarations issued,
      ReceivedDeclarations received,
      Threads threads,
      PostMessage post,
      Answers answers,
      StaleProducts staleProducts,
      Notifications notifications,
      Clock clock) {
    this.issued = requireNonNull(issued, "issued");
    this.received = requireNonNull(received, "received");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.answers = requireNonNull(answers, "answers");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Withdraws a statement with its copies, or one copy, and says which were withdrawn. */
  public List<DeclarationId> recall(DeclarationId id, String reason) {
    IssuedDeclaration named =
        issued.find(id).orElseThrow(() -> Refused.notFound("declaration", id));
    issued.lock(named.product().traceId(), named.recipient());
    List<IssuedDeclaration> copies = new ArrayList<>();
    if (named.audience() == Audience.SELF) {
      for (IssuedDeclaration copy : issued.standingCopiesOf(id)) {
        issued.lock(copy.product().traceId(), copy.recipient());
        copies.add(copy);
      }
    }
    IssuedDeclaration now = issued.find(id).orElseThrow();
    if (!now.standing().isActive()) {
      throw Refused.illegalMove(
          "only what stands can be recalled; this is " + now.standing().state() + " already",
          now.standing().state(),
          List.of());
    }
    copies.add(now);
    List<DeclarationId> recalled = new ArrayList<>();
    for (IssuedDeclaration copy : copies) {
      if (issued.find(copy.id()).orElseThrow().standing().isActive()) {
        withdraw(copy, reason);
        recalled.add(copy.id());
      }
    }
    return recalled;
  }

  private void withdraw(IssuedDeclaration declaration, String reason) {
    issued.recall(declaration.id(), reason, clock.instant());
    if (declaration.audience() != Audience.SELF) {
      TraceId product = declaration.product().traceId();
      post.post(
          declaration.recipient(),
          Way.INBOX,
          threads.about(declaration.recipient(), Optional.of(product)),
          MessageType.RECALL,
          new RecallBody(declaration.id(), reason).toJson());
      answers.refresh(RequestSide.ANSWERER, declaration.recipient(), product);
    }
  }

  /** Takes a partner's withdrawal. */
  public MessageHandler handler() {
    return new BodyHandler<>(MessageType.RECALL, RecallBody::fromJson, this::recalled);
  }

  private Handled recalled(VerifiedMessage message, RecallBody body) {
    Optional<ReceivedDeclaration> recalled =
        received.recall(message.issuer(), body.declarationId(), body.reason(), clock.instant());
    if (recalled.isEmpty()) {
      return new Handled.Refused(
          Why.of(
              Why.Trouble.UNKNOWN_DECLARATION,
              "the sender has not given us such a declaration, or has recalled it before"));
    }
    SupplierProduct product =
        new SupplierProduct(message.issuer(), recalled.get().product().traceId());
    answers.refresh(RequestSide.ASKER, product.partner(), product.product());
    staleProducts.markUsersOf(product, StaleProducts.Cause.RECALL, clock.instant());
    notifications.tell(
        Told.of(NotificationType.RECALLED, clock.instant())
            .withPartner(message.issuer())
            .withProduct(product.product())
            .withDeclaration(body.declarationId().value())
            .withFact("part", recalled.get().product().productName())
            .withFact("reason", body.reason()));
    return Handled.done();
  }
}
