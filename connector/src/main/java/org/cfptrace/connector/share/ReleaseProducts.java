package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Drafts and releases what a partner is told of a product. What is turned on or off is told to the
 * partner by a signed message; the figures themselves follow, or stop.
 */
public final class ReleaseProducts {
  private final ProductReleases releases;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final WhenReleased whenReleased;
  private final Clock clock;

  public ReleaseProducts(
      ProductReleases releases,
      Partners partners,
      Threads threads,
      PostMessage post,
      WhenReleased whenReleased,
      Clock clock) {
    this.releases = requireNonNull(releases, "releases");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.whenReleased = requireNonNull(whenReleased, "whenReleased");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Hears, in the transaction under way, that other terms are in force. */
  @FunctionalInterface
  public interface WhenReleased {
    /** What the partner is told of the product has changed. */
    void changed(ParticipantId partner, TraceId product);
  }

  /** What is said about a partner and a product now. */
  public ProductRelease of(ParticipantId partner, TraceId product) {
    if (partners.find(partner).isEmpty()) {
      throw Refused.notFound("partner", partner);
    }
    return releases
        .find(partner, product)
        .orElseGet(
            () -> ProductRelease.none(partner, product, Audience.NEXT_TIER, clock.instant()));
  }

  /** Drafts terms; nothing changes for the partner. */
  public ProductRelease draft(
      ParticipantId partner,
      TraceId product,
      ReleaseTerms terms,
      Optional<ExpectedVersion> expected,
      String who) {
    refuseUnlessTrusted(partner);
    ProductRelease now = of(partner, product);
    expected.ifPresent(version -> refuseOther(now, version));
    return releases.keep(now.drafted(terms, who, clock.instant()));
  }

  /** Releases what was drafted. */
  public ProductRelease release(
      ParticipantId partner, TraceId product, ExpectedVersion expected, String who) {
    ProductRelease now = of(partner, product);
    refuseOther(now, expected);
    ReleaseTerms terms =
        now.draft()
            .orElseThrow(
                () -> new Refused(ProblemCode.NOT_ALLOWED_NOW, "there is no draft to release"));
    return inForce(now, terms, who);
  }

  /** Releases these terms at once: an approver decides by itself. */
  public ProductRelease release(
      ParticipantId partner, TraceId product, Audience audience, ReleaseTerms terms, String who) {
    refuseUnlessTrusted(partner);
    ProductRelease now = of(partner, product);
    boolean isSame = now.version() > 0 && now.audience() == audience && now.inForce().equals(terms);
    return isSame ? now : inForce(now.as(audience), terms, who);
  }

  private ProductRelease inForce(ProductRelease now, ReleaseTerms terms, String who) {
    ProductRelease released = releases.keep(now.released(terms, who, clock.instant()));
    // Marked before told, as working a product out does: two that lock in one order never wait for
    // each other.
    whenReleased.changed(now.partner(), now.product());
    tell(now, difference(now.inForce().switches(), terms.switches()), false);
    tell(now, difference(terms.switches(), now.inForce().switches()), true);
    return released;
  }

  private void tell(ProductRelease release, Set<SharedItem> items, boolean isOpened) {
    if (items.isEmpty()) {
      return;
    }
    post.post(
        release.partner(),
        Way.INBOX,
        threads.about(release.partner(), Optional.of(release.product())),
        isOpened ? MessageType.RELEASE : MessageType.WITHHOLD,
        isOpened
            ? new ReleaseBody(release.product(), items).toJson()
            : new WithholdBody(release.product(), items).toJson());
  }

  /** What is in the first and not in the second. */
  private static Set<SharedItem> difference(Set<ReleaseSwitch> first, Set<ReleaseSwitch> second) {
    Set<SharedItem> items = EnumSet.noneOf(SharedItem.class);
    for (ReleaseSwitch each : first) {
      if (!second.contains(each)) {
        items.add(SharedItem.valueOf(each.name()));
      }
    }
    return items;
  }

  private static void refuseOther(ProductRelease now, ExpectedVersion expected) {
    if (now.version() != expected.number()) {
      throw new Refused(
          ProblemCode.VERSION_OUTDATED,
          "you change version " + expected.number() + ", by now it is " + now.version());
    }
  }

  private void refuseUnlessTrusted(ParticipantId partner) {
    Partner known = partners.find(partner).orElseThrow(() -> Refused.notFound("partner", partner));
    if (!known.isTrusted()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "figures are released to accepted partners whose fingerprint was confirmed; this one is "
              + known.state());
    }
  }
}
