package org.cfptrace.aggregator.disclose.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Kind;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** A tree becomes a graph. */
class LineageTest {
  private static Node node(Lineage lineage, String name) {
    return lineage.nodes().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void tenOfItsOwnAndEightOfAPartAreEighteen() {
    Lineage lineage = LineageOf.tree(Packs.car());

    assertThat(lineage.product().kind()).isEqualTo(Kind.PRODUCT);
    assertThat(lineage.product().perUnit().orElseThrow().excl()).isEqualTo(KgCo2e.of("18"));
    assertThat(lineage.product().own().orElseThrow().excl()).isEqualTo(KgCo2e.of("10"));
    Node part = node(lineage, "部品 B");
    assertThat(part.kind()).isEqualTo(Kind.DECLARATION);
    assertThat(part.declarationId()).contains(Packs.ID.value());
    assertThat(part.contribution().orElseThrow().excl()).isEqualTo(KgCo2e.of("8"));
    assertThat(lineage.rounding()).isEqualTo(Amounts.NONE);
  }

  @Test
  void whatIsMissingIsAPlaceWithoutAFigure() {
    Lineage lineage = LineageOf.tree(Packs.car());
    Node glass = node(lineage, "\"<Glass>\" & more");

    assertThat(glass.kind()).isEqualTo(Kind.MISSING);
    assertThat(glass.state()).isEqualTo("ASKED");
    assertThat(glass.amount()).isEqualByComparingTo("4");
    assertThat(glass.perUnit()).isEmpty();
    assertThat(glass.contribution()).isEmpty();
    assertThat(lineage.edges())
        .filteredOn(it -> it.from().equals(glass.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.perUnit()).isEmpty());
  }

  @Test
  void oneDeclarationIsOnePlaceHoweverManyLinesUseIt() {
    Lineage lineage = LineageOf.tree(Packs.wide(3, 0));
    Node bolt = node(lineage, "Bolt");

    assertThat(lineage.nodes()).filteredOn(it -> it.name().equals("Bolt")).hasSize(1);
    assertThat(lineage.edges()).filteredOn(it -> it.from().equals(bolt.id())).hasSize(3);
    // 3 assemblies, each twice, with 7 bolts of a gram
    assertThat(bolt.amount()).isEqualByComparingTo("42");
    assertThat(bolt.contribution().orElseThrow().excl()).isEqualTo(KgCo2e.of("0.042"));
  }

  @Test
  void whatNobodyKnowsAnythingOfHasNoTotal() {
    Tree tree =
        new Trees()
            .made(
                "Hull",
                Optional.empty(),
                Optional.empty(),
                line("glass", "Glass", "1", Packs.from("cccc", "Glass")))
            .made(
                "Car",
                Optional.empty(),
                Optional.empty(),
                line("hull", "Hull", "1", new LineSupply.Own(product("Hull"))))
            .tree("Car", Set.of());
    Lineage lineage = LineageOf.tree(tree);

    assertThat(lineage.nodes()).allSatisfy(it -> assertThat(it.perUnit()).isEmpty());
    assertThat(lineage.nodes()).allSatisfy(it -> assertThat(it.contribution()).isEmpty());
    assertThat(lineage.edges()).allSatisfy(it -> assertThat(it.perUnit()).isEmpty());
  }

  @Test
  void onRandomProductsEverySumHoldsAndTheExplosionSaysTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      Tree tree = random(random);
      Lineage lineage = LineageOf.tree(tree);
      for (Node node : lineage.nodes()) {
        if (node.kind().isMade()) {
          assertThat(brought(lineage, node))
              .as("seed %d", seed)
              .isEqualTo(node.perUnit().orElse(Amounts.NONE));
        }
      }
      KgCo2e contributions = KgCo2e.ZERO;
      for (Node node : lineage.nodes()) {
        contributions =
            contributions.plus(node.contribution().map(Amounts::incl).orElse(KgCo2e.ZERO));
      }
      KgCo2e exploded =
          Explosion.of(tree).contributions().stream()
              .map(it -> it.emissions().inclBiogenicUptake())
              .reduce(KgCo2e.ZERO, KgCo2e::plus);
      assertThat(contributions.minus(exploded).abs())
          .as("seed %d", seed)
          .isLessThan(KgCo2e.of("0.000000001"));
      assertThat(lineage.rounding().incl().abs())
          .as("seed %d", seed)
          .isLessThan(KgCo2e.of("0.000000001"));
    }
  }

  @Test
  void onRandomProductsEverySumHoldsWithoutWhatIsWithheld() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<Split> seen = EnumSet.noneOf(Split.class);
    for (int round = 0; round < 60; round++) {
      Lineage whole = LineageOf.tree(random(random));
      Set<String> ids = new HashSet<>();
      List<SourceFacts> sources = new ArrayList<>();
      for (Node node : whole.nodes()) {
        if (node.kind() == Kind.DECLARATION) {
          String id = node.declarationId().orElseThrow();
          sources.add(
              Packs.source(
                  "SUPPLIER",
                  node.name(),
                  Optional.empty(),
                  Optional.of(new DeclarationId(id)),
                  "OK",
                  "PRIMARY",
                  fossil(Stage.PRE, "1")));
          if (random.nextInt(3) == 0) {
            ids.add(id);
          }
        }
      }
      Withheld withheld = new Withheld(ids, sources);
      seen.add(withheld.split());
      Lineage told = WithheldNodes.of(whole, withheld);

      KgCo2e sum = told.rounding().excl();
      for (Node node : told.nodes()) {
        sum = sum.plus(node.contribution().map(Amounts::excl).orElse(KgCo2e.ZERO));
        if (node.kind().isMade()) {
          assertThat(brought(told, node))
              .as("seed %d, round %d, %s", seed, round, node)
              .isEqualTo(node.perUnit().orElse(Amounts.NONE));
        } else if (node.declarationId().filter(ids::contains).isPresent()) {
          assertThat(node.kind()).isEqualTo(Kind.WITHHELD);
          assertThat(node.perUnit()).isEmpty();
          assertThat(node.contribution()).isEmpty();
        }
      }
      assertThat(told.product().perUnit()).isEqualTo(whole.product().perUnit());
      assertThat(sum)
          .as("seed %d, round %d", seed, round)
          .isEqualTo(told.product().perUnit().orElse(Amounts.NONE).excl());
    }
    assertThat(seen).as("seed %d", seed).contains(Split.FOLDED);
  }

  private static Amounts brought(Lineage lineage, Node node) {
    Amounts sum = node.own().orElse(Amounts.NONE).plus(node.transport().orElse(Amounts.NONE));
    for (Edge edge : lineage.edges()) {
      if (edge.to().equals(node.id())) {
        sum = sum.plus(edge.perUnit().orElse(Amounts.NONE));
      }
    }
    return sum;
  }

  /** Twelve products, each made of later ones, of suppliers' parts and of what nobody answers. */
  private static Tree random(Random random) {
    Trees trees = new Trees();
    for (int i = 0; i < 12; i++) {
      trees.declared("part" + i, "Part " + i, fossil(Stage.PRE, (1 + random.nextInt(9)) + ".7"));
    }
    for (int i = 0; i < 12; i++) {
      List<StructureLine> lines = new ArrayList<>();
      for (int j = i + 1; j < 12; j++) {
        if (random.nextInt(3) == 0) {
          lines.add(
              line(
                  "own" + j,
                  "Product " + j,
                  new BigDecimal(1 + random.nextInt(5)).movePointLeft(1).toPlainString(),
                  new LineSupply.Own(product("Product " + j))));
        }
      }
      int part = random.nextInt(12);
      lines.add(line("bought", "Part " + part, "3", Packs.from("part" + part, "Part " + part)));
      if (random.nextInt(4) == 0) {
        lines.add(line("gap", "Gap", "1", Packs.from("gap", "Gap")));
      }
      trees.made(
          "Product " + i,
          random.nextInt(5) == 0
              ? Optional.empty()
              : Optional.of(measured(fossil(Stage.MAIN, "0." + (1 + random.nextInt(99))))),
          Optional.empty(),
          lines.toArray(StructureLine[]::new));
    }
    return trees.tree("Product 0", Set.of());
  }
}
