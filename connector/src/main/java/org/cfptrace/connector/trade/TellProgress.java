package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;

/**
 * Tells those who have asked for a product how far the whole tree behind it is: complete or not,
 * always; how many requests were sent and answered in it, where the switch for coverage is on, and
 * whether some tier further up keeps its counts to itself.
 */
public final class TellProgress {
  private final Requests requests;
  private final CountRequests countRequests;
  private final ProductReleases releases;
  private final PostMessage post;
  private final Clock clock;

  public TellProgress(
      Requests requests,
      CountRequests countRequests,
      ProductReleases releases,
      PostMessage post,
      Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.countRequests = requireNonNull(countRequests, "countRequests");
    this.releases = requireNonNull(releases, "releases");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Tells all whose request is linked to this product and who have last heard something else. */
  public void about(TraceId product, boolean isComplete) {
    List<FootprintRequest> askers = requests.answeredWith(product);
    if (askers.isEmpty()) {
      return;
    }
    RequestCounts counts = countRequests.behind(product);
    for (FootprintRequest asker : askers) {
      tell(
          asker,
          product,
          isComplete,
          isCoverageOpen(asker, product) ? Optional.of(counts) : Optional.empty());
    }
  }

  private void tell(
      FootprintRequest asker, TraceId product, boolean isComplete, Optional<RequestCounts> counts) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    ProgressBody body = new ProgressBody(product, isComplete, counts, today);
    String said = isComplete + counts.map(RequestCounts::toString).orElse("");
    if (!requests.toldProgress(asker).equals(Optional.of(said))) {
      requests.toldProgress(asker, said);
      post.post(asker.partner(), Way.INBOX, asker.thread(), MessageType.PROGRESS, body.toJson());
    }
  }

  private boolean isCoverageOpen(FootprintRequest asker, TraceId product) {
    return releases
        .find(asker.partner(), product)
        .map(ProductRelease::inForce)
        .filter(terms -> terms.switches().contains(ReleaseSwitch.COVERAGE))
        .isPresent();
  }
}
