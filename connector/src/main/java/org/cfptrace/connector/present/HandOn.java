package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.connector.present.Presentation.Fall;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.ShownClaims;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PresentationBody;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LoggedEntry;
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
  private final Function<DeclarationId, Optional<LoggedEntry>> proofs;
  private final Recipients recipients;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;
  private final Set<ClaimName> ofAnAggregator;

  /**
   * @param proofs what suppliers have proved of what they have declared to us
   */
  public HandOn(
      ReceivedDeclarations received,
      SupplierWords words,
      Presentations presentations,
      Function<DeclarationId, Optional<LoggedEntry>> proofs,
      Recipients recipients,
      Threads threads,
      PostMessage post,
      ShareView shareView,
      Clock clock) {
    this.received = requireNonNull(received, "received");
    this.words = requireNonNull(words, "words");
    this.presentations = requireNonNull(presentations, "presentations");
    this.proofs = requireNonNull(proofs, "proofs");
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

  /** Hands it on with these claims, and behind it the proof, where we have it by now. */
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
    TraceId product = declaration.product().traceId();
    Optional<Presentation> before = presentations.find(declaration.id(), recipient);
    Presentation handed =
        new Presentation(
            declaration.id(),
            recipient,
            shown,
            post(recipient, product, MessageType.PRESENTATION, body.toJson()),
            clock.instant(),
            before.flatMap(Presentation::proofMessageId),
            Optional.empty(),
            before.filter(Presentation::saidIncomplete).isPresent());
    presentations.keep(handed);
    prove(handed, product);
  }

  /** Passes the proof on, once, where it stands over there and we have it. */
  void prove(Presentation handed, TraceId product) {
    if (handed.lacksProof()) {
      proofs
          .apply(handed.declarationId())
          .map(
              proof ->
                  post(handed.recipient(), product, MessageType.INCLUSION_PROOF, proof.toJson()))
          .ifPresent(messageId -> presentations.keep(handed.provedBy(messageId)));
    }
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
                    MessageType.PRESENTATION,
                    new Fallen(
                            before.declarationId(),
                            kind,
                            reason,
                            LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .toJson()))
            : Optional.empty();
    presentations.keep(before.fallen(new Fall(kind, reason, now, messageId)));
  }

  /**
   * Says how far the tree behind what was handed on is, where its issuer has said something else
   * since the recipient last heard of it.
   */
  void progress(Presentation handed, ReceivedDeclaration declaration) {
    words
        .of(declaration.issuer(), declaration.product().traceId())
        .progress()
        .filter(said -> said.complete() == handed.saidIncomplete())
        .ifPresent(
            said -> {
              post(
                  handed.recipient(),
                  declaration.product().traceId(),
                  MessageType.PRESENTATION,
                  new Progressed(handed.declarationId(), said.complete(), said.changedOn())
                      .toJson());
              presentations.keep(handed.progressed(said.complete()));
            });
  }

  /** Notes that it stands no more, where the recipient learns so from what it is shown. */
  void fallSilently(Presentation before, Fallen.Kind kind) {
    presentations.keep(
        before.fallen(new Fall(kind, Optional.empty(), clock.instant(), Optional.empty())));
  }

  private Set<SharedItem> withheld(ReceivedDeclaration declaration) {
    return words.of(declaration.issuer(), declaration.product().traceId()).withheld();
  }

  /** In the thread of the product: what is said of a declaration comes in the order it was said. */
  private UUID post(ParticipantId recipient, TraceId product, MessageType type, ObjectNode body) {
    return post.post(
            recipient, Way.INBOX, threads.about(recipient, Optional.of(product)), type, body)
        .messageId();
  }
}
