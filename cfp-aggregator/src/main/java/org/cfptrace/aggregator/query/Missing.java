package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.rollup.LineState;

/** What keeps a product from being complete, wherever in it, and since when. */
public final class Missing {
  private final CollectedFigures figures;
  private final Structures structures;

  public Missing(CollectedFigures figures, Structures structures) {
    this.figures = requireNonNull(figures, "figures");
    this.structures = requireNonNull(structures, "structures");
  }

  /** One gap; {@code since} is the day on which it opened. */
  public record GapInTree(Contribution contribution, LocalDate since) {}

  /** All gaps, assemblies before their parts. */
  List<GapInTree> of(Tenant tenant, Tree tree) {
    return Explosion.of(tree).contributions().stream()
        .filter(each -> !each.complete())
        .map(each -> new GapInTree(each, since(tenant, tree, each)))
        .toList();
  }

  /**
   * When the figure fell away; where there never was one, or it cannot be used here, the day on
   * which the structure that asks for it was written.
   */
  private LocalDate since(Tenant tenant, Tree tree, Contribution gap) {
    Optional<LocalDate> fell =
        gap.state().kind() == LineState.Kind.UNUSABLE
            ? Optional.empty()
            : gap.supplier()
                .flatMap(supplier -> figures.missingSince(tenant, supplier, tree.moment()));
    return fell.orElseGet(
        () ->
            structures
                .find(tenant, gap.assembly(), tree.moment())
                .map(version -> LocalDate.ofInstant(version.recordedAt(), ZoneOffset.UTC))
                .orElse(tree.moment().day()));
  }
}
