package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestLinkedBody;
import org.cfptrace.envelope.RequestRejectedBody;
import org.cfptrace.envelope.RequestReplyBody;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.UnitConversion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestSide;

/** What we do with a request that has come in: link a product of ours to it, reply, or reject. */
public final class AnswerRequest {
  private final RequestDesk desk;
  private final Products products;
  private final Threads threads;
  private final Answers answers;
  private final Clock clock;

  AnswerRequest(
      RequestDesk desk, Products products, Threads threads, Answers answers, Clock clock) {
    this.desk = requireNonNull(desk, "desk");
    this.products = requireNonNull(products, "products");
    this.threads = requireNonNull(threads, "threads");
    this.answers = requireNonNull(answers, "answers");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Says which product of ours that part is (紐付け). Its unit must be the one asked for, or lead to
   * it through a mass.
   */
  public FootprintRequest link(RequestId id, TraceId traceId, String who) {
    FootprintRequest request = desk.take(id, RequestSide.ANSWERER);
    desk.allowed(request, RequestMove.LINK);
    Product product =
        products
            .find(traceId)
            .map(Versioned::value)
            .orElseThrow(() -> Refused.notFound("product", traceId));
    refuseOtherUnit(request, product);
    LinkedProduct linked =
        new LinkedProduct(traceId, product.name(), product.unit(), product.massPerUnit());
    FootprintRequest moved =
        desk.move(
            request,
            RequestMove.LINK,
            new RequestDesk.Move(
                who,
                Optional.of(product.name()),
                before -> before.linkedTo(linked, clock.instant())),
            MessageType.REQUEST_LINKED,
            seen -> new RequestLinkedBody(id, linked, seen).toJson());
    threads.use(request.partner(), traceId, request.thread());
    answers.linked(moved);
    return answers.now(moved);
  }

  /** Answers in words; the request stays as it is. */
  public FootprintRequest reply(RequestId id, String words, String who) {
    return desk.move(
        desk.take(id, RequestSide.ANSWERER),
        RequestMove.REPLY,
        new RequestDesk.Move(
            who, Optional.of(words), before -> before.replied(words, clock.instant())),
        MessageType.REQUEST_REPLY,
        seen -> new RequestReplyBody(id, words, seen).toJson());
  }

  /** Sends it back with a reason (差戻し). */
  public FootprintRequest reject(RequestId id, String reason, String who) {
    return desk.move(
        desk.take(id, RequestSide.ANSWERER),
        RequestMove.REJECT,
        new RequestDesk.Move(
            who,
            Optional.of(reason),
            before -> before.because(Optional.of(reason), clock.instant())),
        MessageType.REQUEST_REJECTED,
        seen -> new RequestRejectedBody(id, reason, seen).toJson());
  }

  private static void refuseOtherUnit(FootprintRequest request, Product product) {
    MassPerUnit mass =
        product.massPerUnit().orElseGet(() -> request.part().massPerUnit().orElse(null));
    if (UnitConversion.factor(request.part().unit(), product.unit(), mass).isEmpty()) {
      String mismatch =
          "asked for per "
              + request.part().unit()
              + ", the product is measured per "
              + product.unit()
              + ", and no mass per piece leads from one to the other";
      throw Refused.field(
          ProblemCode.UNIT_MISMATCH, mismatch, "traceId", "UNIT_MISMATCH", mismatch);
    }
  }
}
