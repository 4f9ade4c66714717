package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.trade.RequestState;

/**
 * Counts the requests behind a product of ours: our own for it and its own parts, and those of the
 * tiers behind them, as far as they tell.
 */
public final class CountRequests {
  // Where companies supply each other in a circle, counts would grow round by round without end.
  private static final long MOST = 9_999;

  private final Requests requests;
  private final BillsOfMaterials billsOfMaterials;
  private final SupplierWords words;

  public CountRequests(Requests requests, BillsOfMaterials billsOfMaterials, SupplierWords words) {
    this.requests = requireNonNull(requests, "requests");
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.words = requireNonNull(words, "words");
  }

  /** How many were sent and answered, and whether some tier behind keeps its counts to itself. */
  public RequestCounts behind(TraceId product) {
    long asked = 0;
    long answered = 0;
    boolean isPartial = false;
    for (FootprintRequest request : ours(product)) {
      if (isCounted(request)) {
        RequestCounts further = further(request);
        asked += 1 + further.asked();
        answered += (request.state() == RequestState.ANSWERED ? 1 : 0) + further.answered();
        isPartial |= further.isPartial();
      }
    }
    return new RequestCounts(Math.min(asked, MOST), Math.min(answered, MOST), isPartial);
  }

  /** The day on which one of them, or what suppliers say of theirs, last changed; UTC. */
  public Optional<LocalDate> changedOn(TraceId product) {
    List<LocalDate> days = new ArrayList<>();
    for (FootprintRequest request : ours(product)) {
      days.add(LocalDate.ofInstant(request.changedAt(), ZoneOffset.UTC));
      if (isCounted(request)) {
        progress(request).map(SupplierWord.Progress::changedOn).ifPresent(days::add);
      }
    }
    return days.stream().max(Comparator.naturalOrder());
  }

  private static boolean isCounted(FootprintRequest request) {
    return request.state() != RequestState.CANCELLED && request.state() != RequestState.REJECTED;
  }

  /**
   * Who has linked no product yet has no tree to tell of; who has, and gives no counts, does not.
   */
  private RequestCounts further(FootprintRequest request) {
    return request.linked().isEmpty()
        ? RequestCounts.whole(0, 0)
        : progress(request)
            .flatMap(SupplierWord.Progress::requests)
            .orElse(RequestCounts.partial(0, 0));
  }

  private Optional<SupplierWord.Progress> progress(FootprintRequest request) {
    return request
        .linked()
        .map(product -> words.of(request.partner(), product.traceId()))
        .flatMap(SupplierWord::progress);
  }

  private List<FootprintRequest> ours(TraceId product) {
    return billsOfMaterials.withOwnParts(product).stream()
        .flatMap(part -> requests.askedFor(part).stream())
        .toList();
  }
}
