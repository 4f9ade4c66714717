package org.cfptrace.connector.share;

import static java.util.Objects.requireNonNull;

import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** To whom figures may go at all. */
public final class Recipients {
  private static final String AGGREGATOR = "AGGREGATOR";

  private final Partners partners;
  private final Directory directory;

  public Recipients(Partners partners, Directory directory) {
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
  }

  /** Whether both want it, and a person has compared the fingerprint. */
  public boolean isTrusted(ParticipantId recipient) {
    return partners.find(recipient).filter(Partner::isTrusted).isPresent();
  }

  /** Refuses whoever is no partner, or none whose key a person has confirmed. */
  public void refuseUnlessTrusted(ParticipantId recipient) {
    Partner partner =
        partners.find(recipient).orElseThrow(() -> Refused.notFound("partner", recipient));
    if (!partner.isTrusted()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "figures go to accepted partners whose fingerprint was confirmed; this one is "
              + partner.state());
    }
  }

  /**
   * Whether the signed directory lists it as an aggregator.
   *
   * @throws Registry.RegistryAway where only the registry could tell, and does not answer
   */
  public boolean isAggregator(ParticipantId participant) {
    return directory
        .look(participant)
        .filter(seen -> seen.entry().roles().contains(AGGREGATOR))
        .isPresent();
  }

  /** Refuses whoever is no aggregator by the registry's word. */
  public void refuseUnlessAggregator(ParticipantId recipient) {
    try {
      if (!isAggregator(recipient)) {
        throw new Refused(
            ProblemCode.NOT_ALLOWED_NOW, recipient + " is no aggregator in the directory");
      }
    } catch (Registry.RegistryAway away) {
      throw new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
    }
  }
}
