package org.cfptrace.connector.propose;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes what a partner proposes, if the signed directory lists it as an aggregator and the product
 * is ours in that unit. It is kept for a person; nothing is stated by it.
 */
public final class TakeProposals implements MessageHandler {
  private final Proposals proposals;
  private final Products products;
  private final Recipients recipients;
  private final Notifications notifications;
  private final Clock clock;

  public TakeProposals(
      Proposals proposals,
      Products products,
      Recipients recipients,
      Notifications notifications,
      Clock clock) {
    this.proposals = requireNonNull(proposals, "proposals");
    this.products = requireNonNull(products, "products");
    this.recipients = requireNonNull(recipients, "recipients");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.FOOTPRINT_PROPOSAL;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      FootprintProposalBody body = FootprintProposalBody.fromJson(message.body());
      boolean isAggregator = recipients.isAggregator(message.issuer());
      return () -> take(message, body, isAggregator);
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a proposal"));
    } catch (Registry.RegistryAway away) {
      return () -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
    }
  }

  private Handled take(VerifiedMessage message, FootprintProposalBody body, boolean isAggregator) {
    Optional<Why> fault = fault(message, body, isAggregator);
    if (fault.isPresent()) {
      return new Handled.Refused(fault.get());
    }
    Proposal proposal =
        new Proposal(message.issuer(), message.thread(), body, clock.instant(), Optional.empty());
    if (!proposals.add(proposal)) {
      return new Handled.Refused(
          Why.of(Trouble.PROPOSAL_EXISTS, "a proposal of that id is there already"));
    }
    notifications.tell(
        Told.of(NotificationType.PROPOSED, clock.instant())
            .withPartner(message.issuer())
            .withProduct(proposal.product())
            .withFact("proposalId", proposal.id().toString())
            .withFact("periodEnd", proposal.period().to().toString()));
    return Handled.done();
  }

  private Optional<Why> fault(
      VerifiedMessage message, FootprintProposalBody body, boolean isAggregator) {
    if (!isAggregator) {
      return Optional.of(
          Why.of(
              Trouble.NOT_AN_AGGREGATOR, message.issuer() + " is no aggregator in the directory"));
    }
    Optional<Product> product = products.find(body.product().traceId()).map(Versioned::value);
    if (product.isEmpty()) {
      return Optional.of(
          Why.of(Trouble.UNKNOWN_PRODUCT, "no product " + body.product().traceId() + " of ours"));
    }
    return product.get().unit() == body.product().unit()
        ? Optional.empty()
        : Optional.of(
            Why.of(
                Reason.UNIT_MISMATCH,
                "proposed per "
                    + body.product().unit()
                    + ", the product is per "
                    + product.get().unit()));
  }
}
