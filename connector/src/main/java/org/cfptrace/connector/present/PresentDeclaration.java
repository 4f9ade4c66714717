package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** A person hands a supplier's declaration on to an aggregator, and what comes after it. */
public final class PresentDeclaration {
  private final ReceivedDeclarations received;
  private final Presentations presentations;
  private final Recipients recipients;
  private final HandOn handOn;
  private final FollowSuppliers follow;
  private final Clock clock;

  public PresentDeclaration(
      ReceivedDeclarations received,
      Presentations presentations,
      Recipients recipients,
      HandOn handOn,
      FollowSuppliers follow,
      Clock clock) {
    this.received = requireNonNull(received, "received");
    this.presentations = requireNonNull(presentations, "presentations");
    this.recipients = requireNonNull(recipients, "recipients");
    this.handOn = requireNonNull(handOn, "handOn");
    this.follow = requireNonNull(follow, "follow");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * One declaration as a recipient has it, and whether what its supplier says later follows.
   *
   * @param order the standing order; empty once it has ended
   */
  public record Handed(Presentation presentation, Optional<StandingOrder> order) {}

  /**
   * Hands it on, with a standing order for what its supplier says of the product later. What the
   * recipient has already is not sent again.
   */
  public Handed present(DeclarationId id, ParticipantId recipient, String by) {
    SupplierProduct product = FollowSuppliers.productOf(found(id));
    recipients.refuseUnlessTrusted(recipient);
    recipients.refuseUnlessAggregator(recipient);
    presentations.lock(product);
    // Its supplier may have withdrawn it while we waited.
    ReceivedDeclaration declaration = found(id);
    refuseUnlessItMayGo(declaration);
    presentations.order(
        new StandingOrder(product, recipient, declaration.number(), by, clock.instant()));
    follow.follow(product);
    if (presentations.find(id, recipient).isEmpty()) {
      // Older than the order that stands.
      handOn.present(declaration, recipient, handOn.view(declaration).orElseThrow());
    }
    return of(id, recipient).orElseThrow();
  }

  /** Ends the standing order under which it went; what was handed on is told to be no figure. */
  public void end(DeclarationId id, ParticipantId recipient) {
    SupplierProduct product = FollowSuppliers.productOf(found(id));
    presentations.lock(product);
    follow.end(
        order(product, recipient)
            .orElseThrow(() -> Refused.notFound("standing order for", recipient)));
  }

  /** To whom it was handed on. */
  public List<Handed> of(DeclarationId id) {
    SupplierProduct product = FollowSuppliers.productOf(found(id));
    return presentations.of(id).stream()
        .map(each -> new Handed(each, order(product, each.recipient())))
        .toList();
  }

  private Optional<Handed> of(DeclarationId id, ParticipantId recipient) {
    return of(id).stream()
        .filter(each -> each.presentation().recipient().equals(recipient))
        .findFirst();
  }

  private Optional<StandingOrder> order(SupplierProduct product, ParticipantId recipient) {
    return presentations.ordersOf(product).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst();
  }

  private ReceivedDeclaration found(DeclarationId id) {
    return received.find(id).orElseThrow(() -> Refused.notFound("received declaration", id));
  }

  private static void refuseUnlessItMayGo(ReceivedDeclaration declaration) {
    if (!declaration.standing().isActive()) {
      throw Refused.illegalMove(
          "only what stands can be handed on; this is " + declaration.standing().state(),
          declaration.standing().state(),
          List.of());
    }
    if (!HandOn.isAllowed(declaration)) {
      throw new Refused(
          ProblemCode.ONWARD_NOT_ALLOWED,
          "the terms of " + declaration.issuer() + " do not name AGGREGATOR in onward");
    }
  }
}
