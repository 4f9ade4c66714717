package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.present.Presentation.Fall;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.ShownClaims;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PresentationBody;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;

/**
 * Says to a recipient what may be said of a supplier's declaration: at most what we were given and
 * the supplier does not withhold by now, of that what an aggregator sees, and nothing at all where
 * the supplier's terms do not name an aggregator.
 */
public final class HandOn {
  private final ReceivedDeclarations received;
  private final SupplierWords words;
  private final Presentations presentations;
  private final Recipients recipients;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;
  private final Set<ClaimName> ofAnAggregator;

  public HandOn(
      ReceivedDeclarations received,
      SupplierWords words,
      Presentations presentations,
      Recipients recipients,
      Threads threads,
      PostMessage post,
      ShareView shareView,
      Clock clock) {
    this.received = requireNonNull(received, "received");
    this.words = requireNonNull(words, "words");
    this.presentations = requireNonNull(presentations, "presentations");
    this.recipients = requireNonNull(recipients, "recipients");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
    // Claims that take a policy take one of the supplier's, which no form of ours carries yet.
    this.ofAnAggregator = shareView.of(Audience.AGGREGATOR, Release.NOTHING).visibleClaims();
  }

  /** Whether the supplier lets it be handed on to an aggregator. */
  static boolean isAllowed(ReceivedDeclaration declaration) {
    return declaration.claims().get(ClaimName.TERMS) instanceof TermsClaim terms
        && terms.onward().contains(Audience.AGGREGATOR);
  }

  /** The claims that would be shown of it now; empty where it may not be handed on, or not now. */
  Optional<Set<ClaimName>> view(ReceivedDeclaration declaration) {
    if (!isAllowed(declaration) || !declaration.standing().isActive()) {
      return Optional.empty();
    }
    Set<ClaimName> shown = EnumSet.copyOf(declaration.claims().keySet());
    shown.retainAll(ofAnAggregator);
    for (SharedItem item : withheld(declaration)) {
      shown.removeAll(ReleaseSwitch.valueOf(item.name()).claims());
    }
    if (!shown.contains(ClaimName.TOTAL)) {
      shown.remove(ClaimName.STAGES);
    }
    return Optional.of(shown);
  }

  /** Whether its supplier shows the total no longer. */
  boolean isTotalWithheld(ReceivedDeclaration declaration) {
    return withheld(declaration).contains(SharedItem.TOTAL);
  }

  /** Hands it on with these claims. */
  void present(ReceivedDeclaration declaration, ParticipantId recipient, Set<ClaimName> shown) {
    String token =
        received
            .token(declaration.id())
            .orElseThrow(() -> new IllegalStateException("a received declaration is kept"));
    PresentationBody body =
        new PresentationBody.Presented(
            new DeclarationBody(
                ShownClaims.only(token, shown),
                declaration.opening().filter(opening -> shown.contains(ClaimName.TOTAL))));
    UUID messageId = post(recipient, declaration.product().traceId(), body);
    presentations.keep(
        new Presentation(
            declaration.id(), recipient, shown, messageId, clock.instant(), Optional.empty()));
  }

  /** Says that it stands no more; a recipient that is no partner any more is told nothing. */
  void fall(Presentation before, TraceId product, Fallen.Kind kind, Optional<String> reason) {
    Instant now = clock.instant();
    Optional<UUID> messageId =
        recipients.isTrusted(before.recipient())
            ? Optional.of(
                post(
                    before.recipient(),
                    product,
                    new Fallen(
                        before.declarationId(),
                        kind,
                        reason,
                        LocalDate.ofInstant(now, ZoneOffset.UTC))))
            : Optional.empty();
    note(before, new Fall(kind, reason, now, messageId));
  }

  /** Notes that it stands no more, where the recipient learns so from what it is shown. */
  void fallSilently(Presentation before, Fallen.Kind kind) {
    note(before, new Fall(kind, Optional.empty(), clock.instant(), Optional.empty()));
  }

  private void note(Presentation before, Fall fall) {
    presentations.keep(
        new Presentation(
            before.declarationId(),
            before.recipient(),
            before.shown(),
            before.messageId(),
            before.presentedAt(),
            Optional.of(fall)));
  }

  private Set<SharedItem> withheld(ReceivedDeclaration declaration) {
    return words.of(declaration.issuer(), declaration.product().traceId()).withheld();
  }

  private UUID post(ParticipantId recipient, TraceId product, PresentationBody body) {
    return post.post(
            recipient,
            Way.INBOX,
            threads.about(recipient, Optional.of(product)),
            MessageType.PRESENTATION,
            body.toJson())
        .messageId();
  }
}
