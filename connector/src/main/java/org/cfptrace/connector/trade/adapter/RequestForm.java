package org.cfptrace.connector.trade.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.trade.AskedFor;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.trade.RequestEvent;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.trade.RequestId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as it is shown, on either side. */
@Schema(name = "FootprintRequest")
record RequestForm(
    String requestId,
    @Schema(description = "SENT: we ask; RECEIVED: we are asked") Direction direction,
    @Schema(description = "the other company") String partnerId,
    @Schema(description = "ASKED, LINKED, ANSWERED, REJECTED or CANCELLED") String state,
    Bilingual stateText,
    @Schema(description = "what a person here may do now") List<String> possible,
    boolean overdue,
    PartForm part,
    @Nullable PeriodForm period,
    @Nullable String message,
    @Nullable LocalDate due,
    @Schema(description = "an earlier request for the same part that came to nothing")
        @Nullable String askedBefore,
    @Schema(description = "only where we ask: for which line of ours; never sent")
        @Nullable AskedForm askedFor,
    @Schema(description = "the supplier's product that answers") @Nullable LinkedForm linked,
    @Schema(description = "the supplier's last words that are no rejection") @Nullable String reply,
    @Schema(description = "why it was rejected or cancelled") @Nullable String reason,
    @Schema(description = "only where we ask: how far the whole tree behind the product is")
        @Nullable ProgressForm progress,
    @Schema(description = "since when the other company has not taken what we sent about it")
        @Nullable Instant waitingSince,
    Instant askedAt,
    Instant changedAt,
    @Schema(description = "step by step; only where one request is shown")
        @Nullable List<EventForm> history) {

  /** Which way it went. */
  enum Direction {
    SENT,
    RECEIVED
  }

  /** The part asked about, as the asker calls it. */
  @Schema(name = "RequestedPart")
  record PartForm(
      String name, @Nullable String customerPartId, String unit, @Nullable String massPerUnit) {}

  /** Days. */
  @Schema(name = "RequestedPeriod")
  record PeriodForm(LocalDate from, LocalDate to) {}

  /** Our line. */
  @Schema(name = "AskedFor")
  record AskedForm(
      String traceId,
      String lineId,
      String share,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Schema(description = "whether the linked product is a source of the line") boolean placed) {}

  /** The answerer's product. */
  @Schema(name = "LinkedProduct")
  record LinkedForm(String traceId, String name, String unit, @Nullable String massPerUnit) {}

  /** How far the tree behind it is; counts are of requests, where the supplier tells them. */
  @Schema(name = "RequestProgress")
  record ProgressForm(
      boolean complete,
      @Nullable Long requestsAnswered,
      @Nullable Long requestsAsked,
      @Schema(description = "some tier keeps its counts to itself: there may be more than these")
          @Nullable Boolean requestsPartial,
      LocalDate changedOn) {
    static ProgressForm of(SupplierWord.Progress progress) {
      return new ProgressForm(
          progress.complete(),
          progress.requests().map(RequestCounts::answered).orElse(null),
          progress.requests().map(RequestCounts::asked).orElse(null),
          progress.requests().map(RequestCounts::isPartial).orElse(null),
          progress.changedOn());
    }
  }

  /** One step. */
  @Schema(name = "RequestEvent")
  record EventForm(
      Instant at,
      String by,
      @Nullable String who,
      String move,
      String state,
      @Nullable String note) {
    static EventForm of(RequestEvent event) {
      return new EventForm(
          event.at(),
          event.by().name(),
          event.who().orElse(null),
          event.move(),
          event.state().name(),
          event.note().orElse(null));
    }
  }

  /** What is known beside the request itself. */
  record Beside(
      LocalDate today, Optional<SupplierWord.Progress> progress, Optional<Instant> waitingSince) {}

  static RequestForm of(FootprintRequest request, Beside beside, @Nullable List<EventForm> steps) {
    return new RequestForm(
        request.id().toString(),
        request.askedFor().isPresent() ? Direction.SENT : Direction.RECEIVED,
        request.partner().did(),
        request.state().name(),
        request.state().text(),
        request.legalMoves().stream().map(Enum::name).sorted().toList(),
        request.isOverdueOn(beside.today()),
        new PartForm(
            request.part().name(),
            request.part().customerPartId().orElse(null),
            request.part().unit().text(),
            request.part().massPerUnit().map(MassPerUnit::text).orElse(null)),
        request.period().map(days -> new PeriodForm(days.from(), days.to())).orElse(null),
        request.message().orElse(null),
        request.due().orElse(null),
        request.askedBefore().map(RequestId::toString).orElse(null),
        request.askedFor().map(asked -> asked(asked, request.isPlaced())).orElse(null),
        request.linked().map(RequestForm::linked).orElse(null),
        request.reply().orElse(null),
        request.reason().orElse(null),
        beside.progress().map(ProgressForm::of).orElse(null),
        beside.waitingSince().orElse(null),
        request.askedAt(),
        request.changedAt(),
        steps);
  }

  private static AskedForm asked(AskedFor asked, boolean isPlaced) {
    return new AskedForm(
        asked.product().toString(),
        asked.lineId().value(),
        asked.share().text(),
        asked.from(),
        asked.to(),
        isPlaced);
  }

  private static LinkedForm linked(LinkedProduct product) {
    return new LinkedForm(
        product.traceId().toString(),
        product.name(),
        product.unit().text(),
        product.massPerUnit().map(MassPerUnit::text).orElse(null));
  }
}
