package org.cfptrace.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Prints bars from a common zero: label to the left, bar, figure to the right. */
final class BarPrinter {
  private static final Lettering LETTERING = new Lettering(false, 8.5f);
  private static final float LABELS = 0.36f * Pages.WIDTH;
  private static final float FIGURES = 0.24f * Pages.WIDTH;
  private static final float CHART = Pages.WIDTH - LABELS - FIGURES;
  private static final float THICKNESS = 7;
  private static final float ABOVE_ZERO = 0.3f;
  private static final float BELOW_ZERO = 0.65f;

  private final Pages pages;
  private final BigDecimal least;
  private final BigDecimal range;

  private BarPrinter(Pages pages, List<Document.Bar> bars) {
    this.pages = pages;
    BigDecimal most = BigDecimal.ZERO;
    BigDecimal lowest = BigDecimal.ZERO;
    for (Document.Bar bar : bars) {
      most = most.max(bar.value());
      lowest = lowest.min(bar.value());
    }
    this.least = lowest;
    this.range = most.subtract(lowest);
  }

  /** Prints bars of legible texts. */
  static void print(List<Document.Bar> bars, Pages pages) {
    var printer = new BarPrinter(pages, bars);
    bars.forEach(printer::print);
  }

  /** What must be left of a page for a bar to stand there. */
  static float beginning(Document.Bar bar, Pages pages) {
    return new Rows(pages, LETTERING).beginning(cells(bar));
  }

  private void print(Document.Bar bar) {
    var rows = new Rows(pages, LETTERING);
    List<Rows.Cell> cells = cells(bar);
    pages.need(rows.beginning(cells));
    draw(bar.value());
    rows.draw(cells, () -> {});
  }

  private static List<Rows.Cell> cells(Document.Bar bar) {
    return List.of(
        cell(bar.label(), Pages.LEFT, LABELS - 10, false),
        cell(bar.shown(), Pages.LEFT + LABELS + CHART + 10, FIGURES - 10, true));
  }

  private static Rows.Cell cell(String text, float x, float width, boolean right) {
    return new Rows.Cell(Wrap.lines(text, width, LETTERING), x, width, right, false);
  }

  private void draw(BigDecimal value) {
    float zero = Pages.LEFT + LABELS + share(least.negate());
    float length = share(value.abs());
    float y = pages.top() - Rows.PADDING - (LETTERING.lineHeight() + THICKNESS) / 2;
    pages.fill(
        value.signum() < 0 ? zero - length : zero,
        y,
        length,
        THICKNESS,
        value.signum() < 0 ? BELOW_ZERO : ABOVE_ZERO);
    pages.fill(zero - 0.25f, y - 3, 0.5f, THICKNESS + 6, 0);
  }

  private float share(BigDecimal value) {
    return range.signum() == 0
        ? 0
        : value.divide(range, MathContext.DECIMAL32).floatValue() * CHART;
  }
}
