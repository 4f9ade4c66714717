package org.cfptrace.connector.trade.adapter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.service.form.Paths;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;

/** Requests as they are shown: with what is known beside them at this moment. */
final class ShownRequests {
  private final Trade trade;
  private final CompanyExchange company;
  private final Clock clock;

  ShownRequests(Trade trade, CompanyExchange company, Clock clock) {
    this.trade = trade;
    this.company = company;
    this.clock = clock;
  }

  /** The one that a path names. */
  static RequestId id(String text) {
    return Paths.read("request", text, RequestId::of);
  }

  RequestForm shown(FootprintRequest request) {
    return RequestForm.of(request, beside(request), null);
  }

  /** With what has happened to it. */
  RequestForm withHistory(FootprintRequest request) {
    return RequestForm.of(
        request,
        beside(request),
        trade.requests().history(request.id(), request.side()).stream()
            .map(RequestForm.EventForm::of)
            .toList());
  }

  private RequestForm.Beside beside(FootprintRequest request) {
    Optional<SupplierWord.Progress> progress =
        request.side() == RequestSide.ASKER
            ? request
                .linked()
                .flatMap(
                    product -> company.words().of(request.partner(), product.traceId()).progress())
            : Optional.empty();
    return new RequestForm.Beside(
        today(),
        progress,
        company.exchange().outbox().waitingSince(request.partner(), request.thread()));
  }

  /** The day it is, UTC. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
