package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The questions that need a product taken apart. */
public final class Ask {
  private final Footprints footprints;

  public Ask(Footprints footprints) {
    this.footprints = requireNonNull(footprints, "footprints");
  }

  /** The product with everything beneath it, on which the questions are asked. */
  public Tree tree(Tenant tenant, TraceId product, Question question) {
    return footprints.tree(tenant, product, question);
  }

  /** Its total, divided. */
  public List<Breakdown.Share> breakdown(Tree tree, Breakdown.By by) {
    return Breakdown.of(tree, by);
  }

  /** What to look at first. */
  public List<HotSpots.HotSpot> hotSpots(Tree tree, int most) {
    return HotSpots.of(tree, most);
  }

  /** What keeps it from being complete, and since when. */
  public Page<Missing.GapInTree> missing(Tree tree, PageRequest page) {
    return Missing.of(tree, page);
  }

  /** Why it is another at one moment than at another. */
  public Comparison comparison(Tenant tenant, TraceId product, Question from, Question to) {
    return Comparison.of(tree(tenant, product, from), tree(tenant, product, to));
  }
}
