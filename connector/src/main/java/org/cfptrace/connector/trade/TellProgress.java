package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;

/**
 * Tells those who have asked for a product, or were given its figure unasked, how far the whole
 * tree behind it is: complete or not, always; how many requests were sent and answered in it, where
 * the switch for coverage is on, and whether some tier further up keeps its counts to itself.
 */
public final class TellProgress {
  private final Requests requests;
  private final CountRequests countRequests;
  private final ProductReleases releases;
  private final IssuedDeclarations issued;
  private final ProgressTold told;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;

  public TellProgress(
      Requests requests,
      CountRequests countRequests,
      ProductReleases releases,
      IssuedDeclarations issued,
      ProgressTold told,
      Partners partners,
      Threads threads,
      PostMessage post,
      Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.countRequests = requireNonNull(countRequests, "countRequests");
    this.releases = requireNonNull(releases, "releases");
    this.issued = requireNonNull(issued, "issued");
    this.told = requireNonNull(told, "told");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Tells all whose request is linked to this product, and all others it is declared to, who have
   * last heard something else.
   */
  public void about(TraceId product, boolean isComplete) {
    List<FootprintRequest> askers = requests.answeredWith(product);
    Set<ParticipantId> others = declaredTo(product);
    askers.forEach(asker -> others.remove(asker.partner()));
    if (askers.isEmpty() && others.isEmpty()) {
      return;
    }
    RequestCounts counts = countRequests.behind(product);
    for (FootprintRequest asker : askers) {
      tell(
          asker,
          product,
          isComplete,
          isCoverageOpen(asker.partner(), product) ? Optional.of(counts) : Optional.empty());
    }
    for (ParticipantId other : others) {
      tell(
          other,
          product,
          isComplete,
          isCoverageOpen(other, product) ? Optional.of(counts) : Optional.empty());
    }
  }

  /** Partners with a copy that stands. */
  private Set<ParticipantId> declaredTo(TraceId product) {
    Set<ParticipantId> recipients = new LinkedHashSet<>();
    for (IssuedDeclaration copy : issued.standingCopies(product)) {
      partners
          .find(copy.recipient())
          .filter(Partner::isTrusted)
          .ifPresent(partner -> recipients.add(partner.id()));
    }
    return recipients;
  }

  private void tell(
      FootprintRequest asker, TraceId product, boolean isComplete, Optional<RequestCounts> counts) {
    String said = said(isComplete, counts);
    if (!requests.toldProgress(asker).equals(Optional.of(said))) {
      requests.toldProgress(asker, said);
      post(asker.partner(), asker.thread(), body(product, isComplete, counts));
    }
  }

  /**
   * Who was never told anything knows what the figure itself says, and takes the rest for whole.
   */
  private void tell(
      ParticipantId other, TraceId product, boolean isComplete, Optional<RequestCounts> counts) {
    String said = said(isComplete, counts);
    if (!told.last(other, product).orElse(said(true, Optional.empty())).equals(said)) {
      told.note(other, product, said);
      post(other, threads.about(other, Optional.of(product)), body(product, isComplete, counts));
    }
  }

  private ProgressBody body(TraceId product, boolean isComplete, Optional<RequestCounts> counts) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return new ProgressBody(product, isComplete, counts, today);
  }

  private static String said(boolean isComplete, Optional<RequestCounts> counts) {
    return isComplete + counts.map(RequestCounts::toString).orElse("");
  }

  private void post(ParticipantId partner, String thread, ProgressBody body) {
    post.post(partner, Way.INBOX, thread, MessageType.PROGRESS, body.toJson());
  }

  private boolean isCoverageOpen(ParticipantId partner, TraceId product) {
    return releases
        .find(partner, product)
        .map(ProductRelease::inForce)
        .filter(terms -> terms.switches().contains(ReleaseSwitch.COVERAGE))
        .isPresent();
  }
}
