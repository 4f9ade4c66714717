package org.cfptrace.connector.share;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What partners are told of products, kept. */
public interface ProductReleases {
  /** What is said about this partner and product. */
  Optional<ProductRelease> find(ParticipantId partner, TraceId product);

  /** All partners that are told of a product, or for whom a draft waits. */
  List<ProductRelease> of(TraceId product);

  /** All, by product and partner. */
  Page<ProductRelease> list(PageRequest page, boolean onlyDrafts);

  /** Keeps one; refused when the one kept is not at this one's version any more. */
  ProductRelease keep(ProductRelease release);

  /** The link to the partner stands no longer: nothing more is told until it is released anew. */
  void end(ParticipantId partner, TraceId product);
}
