package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.Mandate;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.product.Products;
import org.cfptrace.envelope.MandateIssuedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Orders an audit of a product of ours, and withdraws the order. */
public final class IssueMandate {
  private final ParticipantId me;
  private final SigningKey key;
  private final Products products;
  private final IssuedDeclarations issued;
  private final Partners partners;
  private final Auditors auditors;
  private final Mandates mandates;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;
  private final Randomness randomness;

  public IssueMandate(
      ParticipantId me,
      SigningKey key,
      Products products,
      IssuedDeclarations issued,
      Partners partners,
      Auditors auditors,
      Mandates mandates,
      Threads threads,
      PostMessage post,
      Clock clock,
      Randomness randomness) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.products = requireNonNull(products, "products");
    this.issued = requireNonNull(issued, "issued");
    this.partners = requireNonNull(partners, "partners");
    this.auditors = requireNonNull(auditors, "auditors");
    this.mandates = requireNonNull(mandates, "mandates");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
    this.randomness = requireNonNull(randomness, "randomness");
  }

  /**
   * What a person orders.
   *
   * @param depth how many companies deep, we being the first
   */
  public record Order(
      ParticipantId auditor, TraceId product, Period period, long depth, Instant until) {}

  /** Signs the mandate and sends it to the auditor. */
  public KeptMandate issue(Order order, String who) {
    if (products.find(order.product()).isEmpty()) {
      throw Refused.notFound("product", order.product());
    }
    refuseUnlessStated(order);
    Partner auditor =
        partners
            .find(order.auditor())
            .orElseThrow(() -> Refused.notFound("partner", order.auditor()));
    if (!auditor.isTrusted()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "a mandate goes to an accepted partner whose fingerprint was confirmed; this one is "
              + auditor.state());
    }
    if (!auditors.isAccredited(order.auditor())) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          order.auditor() + " is not accredited for footprints at this moment");
    }
    Mandate mandate = mandate(order, auditor);
    String token = mandate.sign(key);
    mandates.keep(mandate, KeptMandate.Side.ISSUED, token, Optional.of(who), clock.instant());
    post.post(
        order.auditor(),
        Way.INBOX,
        threads.about(order.auditor(), Optional.empty()),
        MessageType.MANDATE_ISSUED,
        new MandateIssuedBody(token).toJson());
    return find(KeptMandate.idOf(mandate.jti()));
  }

  /** The mandate holds no more: what is asked under it from now on is refused. */
  public KeptMandate withdraw(UUID id, String who) {
    KeptMandate mandate = find(id);
    if (mandate.withdrawnAt().isPresent()) {
      throw Refused.illegalMove(
          "this mandate is withdrawn already", KeptMandate.Ended.WITHDRAWN, List.of());
    }
    mandates.withdraw(id, who, clock.instant());
    return find(id);
  }

  /** What an auditor is to verify is one standing statement, of just that period. */
  private void refuseUnlessStated(Order order) {
    boolean isStated =
        issued.standing(order.product(), me).stream()
            .anyMatch(statement -> statement.period().period().equals(order.period()));
    if (!isStated) {
      throw Refused.field(
          ProblemCode.NOTHING_STATED,
          "an audit is of one standing statement; there is none of this product for "
              + order.period(),
          "period",
          "NOT_STATED",
          "declare the footprint for this period to yourselves (audience SELF) first");
    }
  }

  private KeptMandate find(UUID id) {
    return mandates
        .find(id, KeptMandate.Side.ISSUED)
        .orElseThrow(() -> Refused.notFound("mandate", id));
  }

  private Mandate mandate(Order order, Partner auditor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Mandate(
        me,
        order.auditor(),
        randomness.urnUuid(),
        now,
        order.until(),
        order.product(),
        order.period(),
        order.depth(),
        Fingerprint.of(order.auditor(), auditor.pinnedKey().orElseThrow()));
  }
}
