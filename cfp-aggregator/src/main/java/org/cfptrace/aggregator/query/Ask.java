package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  public Comparison comparison(Tenant tenant, TraceId product, Side from, Side to) {
    Tree before = footprints.side(tenant, product, from.question(), from.version());
    Tree after = footprints.side(tenant, product, to.question(), to.version());
    Set<String> known = new TreeSet<>(before.options());
    known.addAll(after.options());
    Footprints.checkOptions(known, from.question().options());
    Footprints.checkOptions(known, to.question().options());
    return Comparison.of(before, after);
  }

  /**
   * What is compared.
   *
   * @param version of the product's structure; the one in force when not said
   */
  public record Side(Question question, Optional<Long> version) {
    public Side {
      requireNonNull(question, "question");
      requireNonNull(version, "version");
    }
  }
}
