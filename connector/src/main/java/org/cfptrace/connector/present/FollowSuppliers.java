package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;

/**
 * Carries out the standing orders: compares what a recipient was told of a supplier's product with
 * what stands of it now, and says the difference. It does so in the transaction in which the
 * supplier's word is taken, and is right in whatever order words come.
 */
public final class FollowSuppliers {
  private static final int MOST_AT_ONCE = 100;

  private final Presentations presentations;
  private final ReceivedDeclarations received;
  private final HandOn handOn;

  public FollowSuppliers(
      Presentations presentations, ReceivedDeclarations received, HandOn handOn) {
    this.presentations = requireNonNull(presentations, "presentations");
    this.received = requireNonNull(received, "received");
    this.handOn = requireNonNull(handOn, "handOn");
  }

  /** The same handlers; whatever they take of a supplier's product is told on. */
  public List<MessageHandler> behind(List<MessageHandler> handlers) {
    return handlers.stream().map(this::behind).toList();
  }

  private MessageHandler behind(MessageHandler handler) {
    return switch (handler.type()) {
      case DECLARATION ->
          new TellOn(
              handler,
              (message, applied) -> applied.declaration().flatMap(this::productOf),
              this::follow);
      case RECALL ->
          new TellOn(
              handler,
              (message, applied) -> productOf(RecallBody.fromJson(message.body()).declarationId()),
              this::follow);
      case WITHHOLD -> ofProduct(handler, body -> WithholdBody.fromJson(body).traceId());
      case RELEASE -> ofProduct(handler, body -> ReleaseBody.fromJson(body).traceId());
      case PROGRESS -> ofProduct(handler, body -> ProgressBody.fromJson(body).traceId());
      default -> handler;
    };
  }

  private MessageHandler ofProduct(MessageHandler handler, Function<ObjectNode, TraceId> product) {
    return new TellOn(
        handler,
        (message, applied) ->
            Optional.of(new SupplierProduct(message.issuer(), product.apply(message.body()))),
        this::follow);
  }

  private Optional<SupplierProduct> productOf(DeclarationId id) {
    return received.find(id).map(FollowSuppliers::productOf);
  }

  static SupplierProduct productOf(ReceivedDeclaration declaration) {
    return new SupplierProduct(declaration.issuer(), declaration.product().traceId());
  }

  /** Tells everybody who is to hear of a product what has changed of it. */
  public void follow(SupplierProduct product) {
    presentations.lock(product);
    presentations.ordersOf(product).forEach(this::carryOut);
  }

  /** What a supplier has declared is proved to be in the log: so it is to whom it was handed on. */
  public void proven(DeclarationId id) {
    productOf(id)
        .ifPresent(
            product -> {
              presentations.lock(product);
              presentations.of(id).forEach(each -> handOn.prove(each, product.product()));
            });
  }

  /**
   * Passes on proofs that were there before anybody passed them on, as after a version that did
   * not.
   */
  public void catchUpWithProofs() {
    presentations.unproven(MOST_AT_ONCE).forEach(this::proven);
  }

  /** A partnership has ended: nothing more goes to that company, and nothing more comes from it. */
  public void ended(ParticipantId company) {
    presentations.ordersWith(company).forEach(this::end);
  }

  /** Ends an order; what was handed on under it is no figure any more over there. */
  void end(StandingOrder order) {
    presentations.lock(order.product());
    if (presentations.endOrder(order.product(), order.recipient())) {
      presentations.of(order.product(), order.recipient()).stream()
          .filter(each -> !each.isOver())
          .forEach(
              each ->
                  handOn.fall(
                      each, order.product().product(), Fallen.Kind.ENDED, Optional.empty()));
    }
  }

  /** Oldest first, so that a correction comes behind what it corrects. */
  private void carryOut(StandingOrder order) {
    Map<DeclarationId, Presentation> told =
        presentations.of(order.product(), order.recipient()).stream()
            .collect(Collectors.toMap(Presentation::declarationId, each -> each));
    received.of(order.product().partner(), order.product().product()).stream()
        .sorted(Comparator.comparingLong(ReceivedDeclaration::number))
        .forEach(each -> carryOut(order, each, Optional.ofNullable(told.get(each.id()))));
  }

  private void carryOut(
      StandingOrder order, ReceivedDeclaration declaration, Optional<Presentation> told) {
    Optional<Set<ClaimName>> view = handOn.view(declaration);
    boolean isMore =
        view.filter(
                shown ->
                    told.map(before -> before.isLessThan(shown))
                        .orElse(declaration.number() >= order.since()))
            .isPresent();
    if (isMore) {
      handOn.present(declaration, order.recipient(), view.orElseThrow());
    } else {
      told.filter(before -> !before.isOver()).ifPresent(before -> tellFall(declaration, before));
    }
    // Of what counts over there; what does not is missing anyway.
    presentations
        .find(declaration.id(), order.recipient())
        .filter(handed -> handed.fall().isEmpty() && handed.shown().contains(ClaimName.TOTAL))
        .ifPresent(handed -> handOn.progress(handed, declaration));
  }

  private void tellFall(ReceivedDeclaration declaration, Presentation before) {
    Standing standing = declaration.standing();
    TraceId product = declaration.product().traceId();
    switch (standing.state()) {
      case RECALLED -> handOn.fall(before, product, Fallen.Kind.RECALLED, standing.reason());
      case SUPERSEDED -> {
        if (isCorrectionHandedOn(standing)) {
          handOn.fallSilently(before, Fallen.Kind.SUPERSEDED);
        } else {
          handOn.fall(before, product, Fallen.Kind.SUPERSEDED, Optional.empty());
        }
      }
      case ACTIVE -> {
        if (before.fall().isEmpty()
            && before.shown().contains(ClaimName.TOTAL)
            && handOn.isTotalWithheld(declaration)) {
          handOn.fall(before, product, Fallen.Kind.WITHHELD, Optional.empty());
        }
      }
    }
  }

  private boolean isCorrectionHandedOn(Standing standing) {
    return standing
        .supersededBy()
        .flatMap(received::find)
        .flatMap(handOn::view)
        .filter(shown -> shown.contains(ClaimName.SUPERSEDES))
        .isPresent();
  }
}
