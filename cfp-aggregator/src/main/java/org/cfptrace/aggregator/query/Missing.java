package org.cfptrace.aggregator.query;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.aggregator.collect.CollectedFigures.Known;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.rollup.LineState;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What keeps a product from being complete, wherever in it, and since when. */
public final class Missing {
  private Missing() {}

  /** One gap; {@code since} is the day on which it opened, where that is known. */
  public record GapInTree(Contribution contribution, Optional<LocalDate> since) {
    /** Its place in the list, which no other gap has. */
    String place() {
      // A way is at most 60 assemblies long.
      return String.format(
          Locale.ROOT, "%02d %s", contribution.path().size(), contribution.key().text());
    }
  }

  /**
   * All gaps, level by level from the product down; of one level by the trace id of the assembly,
   * and in it by kind, line and supplier.
   */
  public static List<GapInTree> of(Tree tree) {
    return Explosion.of(tree).byPlace().values().stream()
        .filter(each -> !each.complete())
        .map(each -> new GapInTree(each, since(tree, each)))
        .sorted(comparing(GapInTree::place))
        .toList();
  }

  /** A page of them: what is filled or opens between two pages moves no other gap. */
  public static Page<GapInTree> of(Tree tree, PageRequest page) {
    String after = page.after().orElse("");
    return Page.of(
        of(tree).stream()
            .filter(gap -> gap.place().compareTo(after) > 0)
            .limit(page.rowsToFetch())
            .toList(),
        page,
        GapInTree::place);
  }

  private static Optional<LocalDate> since(Tree tree, Contribution gap) {
    return since(gap.state(), gap.supplier().map(tree::known), tree.version(gap.assembly()));
  }

  /**
   * When the figure fell away, or was not complete any more; where there never was one, or it
   * cannot be used here, the day on which the structure that asks for it was written. Where nobody
   * knows, none.
   */
  static Optional<LocalDate> since(LineState state, Optional<Known> known, StructureVersion asks) {
    boolean isUnusable = state.kind() == LineState.Kind.UNUSABLE;
    Optional<LocalDate> told = known.filter(it -> !isUnusable).flatMap(Known::missingSince);
    boolean wasThere = !isUnusable && known.filter(Missing::wasThere).isPresent();
    return told.isPresent() || wasThere || state.isOk()
        ? told
        : Optional.of(LocalDate.ofInstant(asks.recordedAt(), ZoneOffset.UTC));
  }

  private static boolean wasThere(Known known) {
    return known.figure().fold(given -> true, missing -> missing.lastKnown() != null);
  }
}
