package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ReleaseProducts;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Declares because a person wants it, within what is released: a clerk may tell a partner what an
 * approver has released to it, an approver may release and tell in one step.
 */
public final class DeclareReleased {
  private final DeclareFootprint declare;
  private final ReleaseProducts releaseProducts;

  public DeclareReleased(DeclareFootprint declare, ReleaseProducts releaseProducts) {
    this.declare = requireNonNull(declare, "declare");
    this.releaseProducts = requireNonNull(releaseProducts, "releaseProducts");
  }

  /**
   * What a person wants declared.
   *
   * @param partner empty for a self-declaration
   * @param switches what the partner is to see; empty for what is released to it
   */
  public record Wish(
      TraceId product,
      Audience audience,
      Optional<ParticipantId> partner,
      Optional<Period> period,
      Optional<Set<ReleaseSwitch>> switches) {}

  /**
   * Declares, and says under which id.
   *
   * @param isApprover whether that person may release
   */
  public DeclarationId declare(Wish wish, boolean isApprover, String who) {
    ReleaseTerms terms =
        wish.audience() == Audience.SELF || wish.partner().isEmpty()
            ? ReleaseTerms.NOTHING
            : released(wish, wish.partner().get(), isApprover, who);
    return declare.declare(
        new DeclareFootprint.Wish(
            wish.product(), wish.audience(), wish.partner(), wish.period(), terms.asRelease()));
  }

  private ReleaseTerms released(Wish wish, ParticipantId partner, boolean isApprover, String who) {
    ProductRelease now = releaseProducts.of(partner, wish.product());
    Set<ReleaseSwitch> wanted = wish.switches().orElse(now.inForce().switches());
    if (isApprover && wish.switches().isPresent()) {
      ReleaseTerms terms = new ReleaseTerms(wanted, now.inForce().rule());
      return releaseProducts
          .release(partner, wish.product(), wish.audience(), terms, who)
          .inForce();
    }
    boolean isReleased =
        now.inForce().isOpen()
            && now.audience() == wish.audience()
            && now.inForce().switches().containsAll(wanted);
    if (!isReleased) {
      throw new Refused(
          ProblemCode.NOT_RELEASED,
          "an approver releases what a partner may see; a draft of it can be written at"
              + " /api/v1/releases");
    }
    return now.inForce();
  }
}
