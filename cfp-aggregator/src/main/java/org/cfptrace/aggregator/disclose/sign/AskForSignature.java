package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Asks a company's own connector to sign the manifest of an export, in the transaction under way.
 * Asking again under the same request id is harmless: it is answered again.
 */
public final class AskForSignature {
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;

  public AskForSignature(Partners partners, Threads threads, PostMessage post) {
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
  }

  /** Whether there is a connector to ask. */
  boolean canAsk(Tenant tenant) {
    return partners.find(tenant.participant()).filter(Partner::isTrusted).isPresent();
  }

  /**
   * Asks, or takes back, as the request says.
   *
   * @throws Refused NOT_ALLOWED_NOW where the company's connector is no partner
   */
  public void ask(Tenant tenant, SignatureRequestBody request) {
    ParticipantId company = tenant.participant();
    if (!canAsk(tenant)) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "your own connector is no accepted partner of this aggregator, so it cannot be asked to"
              + " sign");
    }
    // An export may be of many products: the thread is the one about the two of us.
    post.post(
        company,
        Way.INBOX,
        threads.about(company, Optional.empty()),
        MessageType.SIGNATURE_REQUEST,
        request.toJson());
  }
}
