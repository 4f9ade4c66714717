package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.IssuedDeclarations.Cause;
import org.cfptrace.connector.declare.StatementFigure;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Tells the partners to whom a product is released of its new figure: by itself where their rule
 * says so, else by asking a person. Automatic declarations are bounded, so that corrections which
 * go round between companies come to rest: by the {@link RippleLimit}, and none for a change below
 * 0.1 percent.
 */
public final class KeepInformed {
  private static final BigDecimal SMALLEST = new BigDecimal("0.1");

  private final ProductReleases releases;
  private final IssuedDeclarations issued;
  private final DeclareFootprint declare;
  private final Corrections corrections;
  private final RippleLimit rippleLimit;
  private final Notifications notifications;
  private final Clock clock;

  public KeepInformed(
      ProductReleases releases,
      IssuedDeclarations issued,
      DeclareFootprint declare,
      Corrections corrections,
      RippleLimit rippleLimit,
      Notifications notifications,
      Clock clock) {
    this.releases = requireNonNull(releases, "releases");
    this.issued = requireNonNull(issued, "issued");
    this.declare = requireNonNull(declare, "declare");
    this.corrections = requireNonNull(corrections, "corrections");
    this.rippleLimit = requireNonNull(rippleLimit, "rippleLimit");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Tells all who are to hear of this footprint, and lets wait what a person has to decide.
   *
   * @param isUsual whether it is for the product's usual period; of another one only those hear who
   *     were told of it before
   * @return false where somebody could not be told now and has to be told later
   */
  public boolean about(WhatToDeclare.Known known, String figure, boolean isUsual) {
    boolean isEverybodyTold = true;
    for (ProductRelease release : releases.of(known.product().traceId())) {
      if (release.inForce().isOpen()) {
        isEverybodyTold &= isTold(new Telling(release, known, figure), isUsual);
      }
    }
    return isEverybodyTold;
  }

  private boolean isTold(Telling telling, boolean isUsual) {
    try {
      tell(telling, isUsual);
      return true;
    } catch (Refused refused) {
      // One partner that cannot be told, such as one we have parted from, must not keep the others
      // from hearing of it.
      return refused.code() != ProblemCode.UNAVAILABLE;
    }
  }

  /** A person agrees; what goes out is the figure of this moment. */
  public void approve(UUID id, String who) {
    Correction waiting = waiting(id);
    ProductRelease release =
        releases
            .find(waiting.partner(), waiting.product())
            .filter(known -> known.inForce().isOpen())
            .orElseThrow(() -> notReleased(waiting));
    corrections.settle(id, Correction.State.APPROVED, who, clock.instant());
    declare.declare(
        new DeclareFootprint.Wish(
            waiting.product(),
            release.audience(),
            Optional.of(waiting.partner()),
            Optional.of(waiting.period()),
            release.inForce().asRelease(),
            Cause.PERSON));
  }

  /** A person decides against just this figure. */
  public void dismiss(UUID id, String who) {
    corrections.settle(waiting(id).id(), Correction.State.DISMISSED, who, clock.instant());
  }

  private Correction waiting(UUID id) {
    return corrections
        .findWaiting(id)
        .orElseThrow(
            () ->
                corrections
                    .find(id)
                    .map(
                        known ->
                            Refused.illegalMove(
                                "this is settled already: " + known.state(),
                                known.state(),
                                List.of()))
                    .orElseGet(() -> Refused.notFound("correction", id)));
  }

  /** It waits, and all that can be done with it is to dismiss it. */
  private static Refused notReleased(Correction waiting) {
    return new Refused(
        ProblemCode.NOT_RELEASED,
        "nothing is released to this partner any more",
        Refused.illegalMove("it waits", waiting.state(), List.of("DISMISS")).errors());
  }

  private void tell(Telling telling, boolean isUsual) {
    Optional<IssuedDeclaration> last =
        issued.lastWord(telling.product(), telling.release().partner(), telling.period());
    if (last.filter(word -> word.figure().equals(telling.figure())).isPresent()) {
      settled(telling, last.get());
      return;
    }
    if (last.isPresent() && !last.get().standing().isActive()) {
      await(telling, Correction.Why.AFTER_RECALL, Optional.empty());
      return;
    }
    Optional<IssuedDeclaration> before = last.or(() -> ofAnotherPeriod(telling));
    if (before.isPresent() && (last.isPresent() || isUsual)) {
      tellChange(telling, before.get(), last.isPresent());
    } else if (isUsual) {
      tellFirst(telling);
    }
  }

  /** Nothing has changed; but the partner may see more of it by now. */
  private void settled(Telling telling, IssuedDeclaration word) {
    corrections.obsolete(
        telling.product(), telling.release().partner(), telling.period(), clock.instant());
    if (word.standing().isActive()) {
      declareNow(telling, Cause.AUTOMATIC);
    }
  }

  /** The release itself is the leave for the first figure; one with gaps waits for the rest. */
  private void tellFirst(Telling telling) {
    if (telling.known().footprint().isComplete()) {
      declareNow(telling, Cause.AUTOMATIC);
    }
  }

  private void tellChange(Telling telling, IssuedDeclaration before, boolean isCorrection) {
    Change change = change(telling, before);
    boolean isSeen =
        !isCorrection || change.hasCompletenessChanged() || isMoreThanAmountSeen(telling, before);
    if (!isSeen && change.percent().filter(percent -> percent.signum() == 0).isPresent()) {
      // Only what this partner does not see has changed, such as which declaration of ours it rests
      // on.
      return;
    }
    Optional<Correction.Why> why = why(telling, change, isSeen);
    if (why.isPresent()) {
      await(telling, why.get(), Optional.of(before.total()).filter(total -> isCorrection));
    } else {
      declareNow(telling, Cause.AUTOMATIC);
    }
  }

  private Optional<Correction.Why> why(Telling telling, Change change, boolean isSeen) {
    RedeclareRule rule = telling.release().inForce().rule();
    if (rule.kind() == RedeclareRule.Kind.ASK) {
      return Optional.of(Correction.Why.RULE_ASKS);
    }
    if (rule.percent().filter(change::isAtLeast).isPresent()) {
      return Optional.of(Correction.Why.ABOVE_PERCENT);
    }
    if (!isSeen && !change.isAtLeast(SMALLEST)) {
      return Optional.of(Correction.Why.SMALL_CHANGE);
    }
    return rippleLimit.isReached(telling.product(), telling.release().partner())
        ? Optional.of(Correction.Why.RIPPLE_LIMIT)
        : Optional.empty();
  }

  private static Change change(Telling telling, IssuedDeclaration before) {
    return Change.of(
        before.total().exclBiogenicUptake(),
        before.total().complete(),
        total(telling).exclBiogenicUptake(),
        total(telling).complete());
  }

  private static TotalClaim total(Telling telling) {
    return TotalClaim.of(
        telling.known().footprint().toDeclare().totals(),
        telling.known().footprint().isComplete(),
        telling.known().footprint().estimatedShare());
  }

  /** Whether a claim beside the amount is another one, among those the partner sees. */
  private static boolean isMoreThanAmountSeen(Telling telling, IssuedDeclaration before) {
    return StatementFigure.changedClaims(before, telling.known()).stream()
        .filter(name -> name != ClaimName.TOTAL)
        .anyMatch(before.shown()::contains);
  }

  private Optional<IssuedDeclaration> ofAnotherPeriod(Telling telling) {
    List<IssuedDeclaration> standing =
        issued.standing(telling.product(), telling.release().partner());
    return standing.stream().findFirst();
  }

  private void declareNow(Telling telling, Cause cause) {
    declare.declare(
        new DeclareFootprint.Wish(
            telling.product(),
            telling.release().audience(),
            Optional.of(telling.release().partner()),
            Optional.of(telling.period()),
            telling.release().inForce().asRelease(),
            cause),
        telling.known());
    corrections.obsolete(
        telling.product(), telling.release().partner(), telling.period(), clock.instant());
  }

  private void await(Telling telling, Correction.Why why, Optional<TotalClaim> before) {
    if (corrections.isDismissed(telling.product(), telling.release().partner(), telling.figure())) {
      return;
    }
    TotalClaim after = total(telling);
    corrections.await(
        new Correction(
            UUID.randomUUID(),
            telling.product(),
            telling.release().partner(),
            telling.release().audience(),
            telling.period(),
            why,
            before.map(total -> new Correction.Total(total.exclBiogenicUptake(), total.complete())),
            new Correction.Total(after.exclBiogenicUptake(), after.complete()),
            telling.figure(),
            Correction.State.WAITING,
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            0));
    notifications.tell(
        Told.of(
                why == Correction.Why.RIPPLE_LIMIT
                    ? NotificationType.RIPPLE_LIMIT
                    : NotificationType.WAITING_FOR_APPROVAL,
                clock.instant())
            .withPartner(telling.release().partner())
            .withProduct(telling.product())
            .withFact("why", why.name())
            .once(
                "correction "
                    + telling.product()
                    + " "
                    + telling.release().partner()
                    + " "
                    + telling.figure()));
  }

  private record Telling(ProductRelease release, WhatToDeclare.Known known, String figure) {
    TraceId product() {
      return known.product().traceId();
    }

    Period period() {
      return known.footprint().period();
    }
  }
}
