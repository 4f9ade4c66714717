package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestedPart;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.UnitConversion;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/**
 * Asks a partner for the footprint of a part we buy. What we use of it, for what, and from whom
 * else we buy it stays here.
 */
public final class AskForFootprint {
  private final Requests requests;
  private final Products products;
  private final BillsOfMaterials billsOfMaterials;
  private final Partners partners;
  private final PostMessage post;
  private final StaleProducts staleProducts;
  private final Clock clock;

  AskForFootprint(
      Requests requests,
      Products products,
      BillsOfMaterials billsOfMaterials,
      Partners partners,
      PostMessage post,
      StaleProducts staleProducts,
      Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.products = requireNonNull(products, "products");
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.partners = requireNonNull(partners, "partners");
    this.post = requireNonNull(post, "post");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * What is to be asked.
   *
   * @param unit per which the figure is wished for; the line's own when not said
   * @param customerPartId our number of the part, if the partner knows it
   */
  public record Question(
      AskedFor askedFor,
      ParticipantId partner,
      Optional<DeclaredUnit> unit,
      Optional<String> customerPartId,
      Optional<Period> period,
      Optional<String> message,
      Optional<LocalDate> due) {}

  /** Asks; all that speaks against it is found before anything is written. */
  public FootprintRequest ask(Question question, String who) {
    // Of two who ask for one line at once the second must see what the first has asked.
    billsOfMaterials.lockStructure();
    BillOfMaterialsLine line = line(question.askedFor());
    refuseUnlessTrusted(question.partner());
    question.due().ifPresent(due -> DueDays.refusePast(due, clock));
    List<FootprintRequest> before =
        requests.askedFor(question.askedFor().product(), question.askedFor().lineId());
    refuseIfAskedAlready(question, before);
    refuseAboveWhole(question, line, before);
    RequestedPart part =
        new RequestedPart(
            line.partName(),
            question.customerPartId(),
            unit(question, line),
            Optional.ofNullable(line.massPerUnit()));
    FootprintRequest request = request(question, part, lastOver(question, before));
    requests.add(request);
    requests.note(
        request,
        new RequestEvent(
            clock.instant(),
            RequestSide.ASKER,
            Optional.of(who),
            "ASK",
            RequestState.ASKED,
            question.message()));
    post.post(
        request.partner(),
        Way.INBOX,
        request.thread(),
        MessageType.FOOTPRINT_REQUEST,
        new FootprintRequestBody(
                request.id(),
                part,
                request.period(),
                request.message(),
                request.due(),
                request.askedBefore())
            .toJson());
    staleProducts.mark(question.askedFor().product(), StaleProducts.Cause.REQUEST, clock.instant());
    return requests.find(request.id(), RequestSide.ASKER).orElseThrow();
  }

  private FootprintRequest request(
      Question question, RequestedPart part, Optional<RequestId> askedBefore) {
    return new FootprintRequest(
        RequestId.random(),
        RequestSide.ASKER,
        question.partner(),
        UUID.randomUUID().toString(),
        RequestState.ASKED,
        part,
        question.period(),
        question.message(),
        question.due(),
        askedBefore,
        Optional.of(question.askedFor()),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        clock.instant(),
        clock.instant(),
        0,
        0);
  }

  private BillOfMaterialsLine line(AskedFor asked) {
    if (products.find(asked.product()).isEmpty()) {
      throw Refused.notFound("product", asked.product());
    }
    BillOfMaterialsLine line =
        billsOfMaterials
            .of(asked.product())
            .value()
            .line(asked.lineId())
            .orElseThrow(() -> Refused.notFound("line", asked.lineId()));
    boolean isProcured =
        line.supply().fold(procured -> true, terminal -> false, ownProduct -> false);
    if (!isProcured) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW, "only procured parts have a supplier who can be asked");
    }
    return line;
  }

  private static DeclaredUnit unit(Question question, BillOfMaterialsLine line) {
    DeclaredUnit ofLine = line.netAmount().unit();
    DeclaredUnit wanted = question.unit().orElse(ofLine);
    if (UnitConversion.factor(ofLine, wanted, line.massPerUnit()).isEmpty()) {
      String mismatch =
          "the line is in "
              + ofLine
              + ", asked for per "
              + wanted
              + ", and the line has no mass per piece that leads from one to the other";
      throw Refused.field(ProblemCode.UNIT_MISMATCH, mismatch, "unit", "UNIT_MISMATCH", mismatch);
    }
    return wanted;
  }

  private void refuseUnlessTrusted(ParticipantId id) {
    Partner partner = partners.find(id).orElseThrow(() -> Refused.notFound("partner", id));
    if (!partner.isTrusted()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "requests go to accepted partners whose fingerprint was confirmed; this one is "
              + partner.state());
    }
  }

  private static void refuseIfAskedAlready(Question question, List<FootprintRequest> before) {
    before.stream()
        .filter(request -> !request.state().isOver())
        .filter(request -> !isRenewal(question, request))
        .filter(request -> request.partner().equals(question.partner()))
        .filter(request -> request.askedFor().orElseThrow().overlaps(question.askedFor()))
        .findFirst()
        .ifPresent(
            request -> {
              throw new Refused(
                  ProblemCode.CONFLICT,
                  "this partner was asked for this line already: " + request.id());
            });
  }

  /**
   * An answered part may be asked for again, for a period that is named; so may one that is linked
   * and waits for the figure of another period.
   */
  private static boolean isRenewal(Question question, FootprintRequest before) {
    boolean isAnsweredOrWaits =
        before.state() == RequestState.ANSWERED
            || (before.state() == RequestState.LINKED && before.period().isPresent());
    return isAnsweredOrWaits
        && question.period().isPresent()
        && !question.period().equals(before.period())
        && question.partner().equals(before.partner());
  }

  /** Several suppliers may share a line, but never more than the whole on any day. */
  private static void refuseAboveWhole(
      Question question, BillOfMaterialsLine line, List<FootprintRequest> before) {
    List<LineSource> all = new ArrayList<>(BillOfMaterials.sources(line));
    before.stream()
        .filter(request -> isRenewal(question, request))
        .flatMap(request -> request.linked().stream())
        .forEach(
            product ->
                all.removeIf(
                    source ->
                        source.partner().equals(question.partner())
                            && source.supplierProduct().equals(product.traceId())));
    before.stream()
        .filter(request -> !request.state().isOver() && !request.isPlaced())
        .filter(request -> !isRenewal(question, request))
        .forEach(request -> all.add(toBe(request.partner(), request.askedFor().orElseThrow())));
    all.add(toBe(question.partner(), question.askedFor()));
    try {
      new LineSupply.Procured(all);
    } catch (IllegalArgumentException tooMuch) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "the sources would cover more than the whole",
          "share",
          "SHARES_ABOVE_ONE",
          String.valueOf(tooMuch.getMessage()));
    }
  }

  /** The source a request will become; which product it is, is not known yet. */
  private static LineSource toBe(ParticipantId partner, AskedFor asked) {
    return new LineSource(partner, TraceId.random(), asked.share(), asked.from(), asked.to());
  }

  private static Optional<RequestId> lastOver(Question question, List<FootprintRequest> before) {
    return before.stream()
        .filter(request -> request.state().isOver())
        .filter(request -> request.partner().equals(question.partner()))
        .reduce((first, second) -> second)
        .map(FootprintRequest::id);
  }
}
