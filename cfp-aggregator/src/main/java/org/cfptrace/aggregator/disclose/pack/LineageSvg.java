package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Stated;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.footprint.KgCo2e;

/**
 * The graph as a drawing, left to right. Plain shapes and text: no script, no style sheet, nothing
 * from elsewhere.
 */
final class LineageSvg {
  static final String NAME = "lineage.svg";
  private static final int WIDTH = 230;
  private static final int HEIGHT = 58;
  private static final int ACROSS = 330;
  private static final int DOWN = 74;
  private static final int MARGIN = 24;
  private static final int LINE = 18;
  private static final int NARROWEST = 900;
  private static final int LONGEST_NAME = 32;
  private static final int THICKEST = 8;

  private final PackFacts facts;
  private final Stamp stamp;
  private final Layout layout;
  private final StringBuilder svg = new StringBuilder();
  private int top;

  private LineageSvg(PackFacts facts, Stamp stamp) {
    this.facts = facts;
    this.stamp = stamp;
    this.layout = new Layout(facts.lineage());
  }

  static ExportFile file(PackFacts facts, Stamp stamp) {
    return new ExportFile(
        NAME, "image/svg+xml", new LineageSvg(facts, stamp).draw().getBytes(UTF_8));
  }

  private String draw() {
    List<String> head = head();
    top = 2 * MARGIN + LINE * (head.size() + 1);
    int width = Math.max(NARROWEST, 2 * MARGIN + ACROSS * (layout.layers() - 1) + WIDTH);
    int height = top + DOWN * layout.rows() + MARGIN;
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    svg.append(' ').append(height).append("\" font-family=\"'Noto Sans JP', 'Noto Sans CJK JP', ");
    svg.append("'Hiragino Sans', 'Yu Gothic', Meiryo, Arial, sans-serif\" font-size=\"12\">\n");
    element("title", "Lineage of " + facts.product().name());
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(MARGIN, MARGIN + LINE, 18, true, "Lineage / 来歴: " + facts.product().name());
    for (int i = 0; i < head.size(); i++) {
      text(MARGIN, MARGIN + LINE * (i + 2), 12, i == 0, head.get(i));
    }
    layout.edges().forEach(this::arrow);
    layout.places().forEach(this::box);
    return svg.append("</svg>\n").toString();
  }

  // ---- what stands above

  private List<String> head() {
    List<String> lines = new ArrayList<>();
    for (Named line : Confidential.head(facts, stamp)) {
      lines.addAll(SvgText.wrapped(line.name() + ": " + line.text()));
    }
    for (Named kind : Stated.kinds(stamp)) {
      lines.addAll(SvgText.wrapped(kind.name() + ": " + kind.text()));
    }
    List<Node> leftOut = layout.leftOut();
    if (!leftOut.isEmpty()) {
      KgCo2e brings = KgCo2e.ZERO;
      for (Node node : leftOut) {
        brings = brings.plus(node.contribution().map(Amounts::excl).orElse(KgCo2e.ZERO));
      }
      lines.add(
          leftOut.size()
              + " of "
              + facts.lineage().nodes().size()
              + " nodes are not drawn; they bring "
              + shown(brings)
              + " kg CO2e. All are in lineage.json. / 一部省略");
    }
    lines.add(
        "An arrow leads from what goes in to what it goes into; figures are kg CO2e without"
            + " biogenic uptake in one "
            + facts.product().unit().text()
            + " of the product.");
    return lines;
  }

  // ---- shapes

  private int x(Layout.Place place) {
    return MARGIN + ACROSS * place.layer();
  }

  /** Each layer stands in the middle. */
  private int y(Layout.Place place) {
    int free = layout.rows() - layout.rowsIn(place.layer());
    return top + DOWN * place.row() + DOWN * free / 2;
  }

  private void box(Layout.Place place) {
    Node node = place.node();
    svg.append("<g>\n");
    element("title", details(node));
    svg.append("<rect x=\"").append(x(place)).append("\" y=\"").append(y(place));
    svg.append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT);
    svg.append("\" rx=\"4\" ").append(look(node)).append("/>\n");
    text(x(place) + 8, y(place) + 18, 12, true, SvgText.shortened(node.name(), LONGEST_NAME));
    text(x(place) + 8, y(place) + 35, 12, false, figure(node));
    text(x(place) + 8, y(place) + 50, 10, false, SvgText.shortened(kind(node), LONGEST_NAME + 8));
    svg.append("</g>\n");
  }

  private static String look(Node node) {
    return switch (node.kind()) {
      case PRODUCT -> "fill=\"#dde7f3\" stroke=\"#1f4e79\" stroke-width=\"2\"";
      case ASSEMBLY -> "fill=\"#f0f0f0\" stroke=\"#555555\"";
      case DECLARATION -> "fill=\"#e8f4ea\" stroke=\"#2e7d32\"";
      case ESTIMATE -> "fill=\"#ffffff\" stroke=\"#8a6d00\" stroke-dasharray=\"6 3\"";
      case WITHHELD -> "fill=\"#ede7f3\" stroke=\"#5e35b1\" stroke-dasharray=\"2 3\"";
      case MISSING -> "fill=\"#fdecea\" stroke=\"#b3261e\" stroke-dasharray=\"2 3\"";
    };
  }

  /** What it brings; of what is made, what its making brings and what it is with its parts. */
  private static String figure(Node node) {
    if (node.kind() == Lineage.Kind.PRODUCT) {
      return amount(node.perUnit().map(Amounts::excl).map(LineageSvg::shown));
    }
    return amount(node.contribution().map(Amounts::excl).map(LineageSvg::shown))
        + (node.kind() == Lineage.Kind.ASSEMBLY ? " in its making" : "");
  }

  private static String amount(Optional<String> amount) {
    return amount.map(it -> it + " kg CO2e").orElse("no figure / 数値なし");
  }

  private static String kind(Node node) {
    String state = node.state().equals("OK") ? "" : ", " + node.state();
    String partly = node.complete() || node.kind() == Lineage.Kind.MISSING ? "" : ", incomplete";
    return switch (node.kind()) {
      case PRODUCT -> "PRODUCT / 製品" + partly;
      case ASSEMBLY -> "ASSEMBLY / 自社部品" + state + partly;
      case DECLARATION ->
          "DECLARATION "
              + node.declarationId().map(it -> it.substring(0, 8) + "…").orElse("")
              + partly;
      case ESTIMATE -> "ESTIMATE / 推計 " + node.factor().orElse("") + state;
      case WITHHELD -> "WITHHELD / 非開示" + state + partly;
      case MISSING -> "MISSING / 不足" + state;
    };
  }

  private static String details(Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.id() + " " + node.name());
    lines.add(node.amount().toPlainString() + " " + node.unit() + " in one of the product");
    node.traceId().ifPresent(lines::add);
    node.supplier().ifPresent(lines::add);
    node.declarationId().ifPresent(lines::add);
    node.perUnit().ifPresent(it -> lines.add(it.excl() + " kg CO2e per unit"));
    return String.join("; ", lines);
  }

  private void arrow(Edge edge) {
    Layout.Place from = layout.of(edge.from());
    Layout.Place to = layout.of(edge.to());
    int x1 = x(from) + WIDTH;
    int y1 = y(from) + HEIGHT / 2;
    int x2 = x(to) - 9;
    int y2 = y(to) + HEIGHT / 2;
    int bend = (ACROSS - WIDTH) / 2;
    svg.append("<path d=\"M").append(x1).append(' ').append(y1);
    svg.append(" C").append(x1 + bend).append(' ').append(y1);
    svg.append(' ').append(x2 - bend).append(' ').append(y2);
    svg.append(' ').append(x2).append(' ').append(y2);
    svg.append("\" fill=\"none\" stroke=\"#777777\" stroke-width=\"").append(thickness(edge));
    svg.append(edge.perUnit().isPresent() ? "\"/>\n" : "\" stroke-dasharray=\"3 3\"/>\n");
    svg.append("<path d=\"M").append(x2 + 9).append(' ').append(y2);
    svg.append(" l-9 -5 v10 z\" fill=\"#777777\"/>\n");
  }

  /** By its share of the total, one to eight, without a fraction. */
  private int thickness(Edge edge) {
    KgCo2e total = facts.product().exclBiogenicUptake().abs();
    if (total.isZero() || edge.contribution().isEmpty()) {
      return 1;
    }
    int share =
        edge.contribution()
            .get()
            .excl()
            .value()
            .abs()
            .multiply(BigDecimal.valueOf(THICKEST))
            .divide(total.value(), 0, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(THICKEST))
            .intValueExact();
    return Math.max(1, share);
  }

  // ---- text

  private static String shown(KgCo2e amount) {
    return new KgCo2e(amount.value().setScale(9, RoundingMode.HALF_UP)).text();
  }

  private void text(int x, int y, int size, boolean isBold, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"");
    svg.append(size).append(isBold ? "\" font-weight=\"bold\">" : "\">");
    svg.append(SvgText.escaped(text)).append("</text>\n");
  }

  private void element(String name, String text) {
    svg.append('<').append(name).append('>').append(SvgText.escaped(text));
    svg.append("</").append(name).append(">\n");
  }
}
