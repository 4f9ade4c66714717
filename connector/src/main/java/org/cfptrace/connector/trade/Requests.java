package org.cfptrace.connector.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/** Requests sent and received, kept with their history. */
public interface Requests {
  /** Keeps a new one; false when there is one of that id and side already. */
  boolean add(FootprintRequest request);

  /** Keeps a changed one; refused when the one kept is not at this one's version any more. */
  void change(FootprintRequest request);

  /** Notes a step. */
  void note(FootprintRequest request, RequestEvent event);

  Optional<FootprintRequest> find(RequestId id, RequestSide side);

  /** One of them, held until the transaction ends. */
  Optional<FootprintRequest> findForChange(RequestId id, RequestSide side);

  /** Its history, oldest first. */
  List<RequestEvent> history(RequestId id, RequestSide side);

  /** Those wanted, newest first. */
  Page<FootprintRequest> newestFirst(PageRequest page, Wanted wanted);

  /** What was asked for a line of ours, oldest first. */
  List<FootprintRequest> askedFor(TraceId product, LineId lineId);

  /** What was asked for any line of a product of ours, oldest first. */
  List<FootprintRequest> askedFor(TraceId product);

  /**
   * Those that are linked to this product of the answerer's and are not over, held until the
   * transaction ends.
   */
  List<FootprintRequest> linkedTo(RequestSide side, ParticipantId partner, TraceId product);

  /** Those received and linked to this product of ours that are not over, of any partner. */
  List<FootprintRequest> answeredWith(TraceId product);

  /** Open ones, of either side, whose day is before this one. */
  List<FootprintRequest> overdueOn(LocalDate today, int most);

  /**
   * Answered requests of ours whose figure ends to be valid on that day or before, the soonest to
   * end first; without those of which a figure for a later period was asked for or has come One
   * that is linked and waits for a period which such figures have passed by holds nothing up.
   */
  List<Renewal> toRenew(LocalDate until, int most);

  /** What the asker was last told of how far this product's tree is; empty when nothing yet. */
  Optional<String> toldProgress(FootprintRequest request);

  /** Notes what the asker was told. */
  void toldProgress(FootprintRequest request, String progress);

  /** Which requests a list shows; empty means all. */
  record Wanted(
      Optional<RequestSide> side,
      Optional<RequestState> state,
      Optional<ParticipantId> partner,
      Optional<TraceId> product,
      Optional<LocalDate> overdueOn) {
    /** All of them. */
    public static final Wanted ALL =
        new Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
