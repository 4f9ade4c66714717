package org.cfptrace.paper;

import java.util.List;

/** Rows of cells side by side. A row stays on one page if one can hold it, else it is cut. */
final class Rows {
  static final float PADDING = 3;

  private final Pages pages;
  private final Lettering lettering;

  Rows(Pages pages, Lettering lettering) {
    this.pages = pages;
    this.lettering = lettering;
  }

  /**
   * A cell.
   *
   * @param x where it begins
   * @param width of the text in it
   * @param right whether the text stands to the right
   */
  record Cell(List<String> lines, float x, float width, boolean right, boolean bold) {}

  float height(List<Cell> cells) {
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    return lines * lettering.lineHeight() + 2 * PADDING;
  }

  /** What must be left of a page for a row to begin there: all of it, or a line of one it cuts. */
  float beginning(List<Cell> cells) {
    return isKeptWhole(cells) ? height(cells) : lettering.lineHeight() + 2 * PADDING;
  }

  private boolean isKeptWhole(List<Cell> cells) {
    return height(cells) <= pages.fullRoom() / 2;
  }

  /**
   * Draws a row with a fine line beneath.
   *
   * @param again what stands at the top of a page on which it goes on
   */
  void draw(List<Cell> cells, Runnable again) {
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    int done = 0;
    while (done < lines) {
      int fit = (int) ((pages.room() - 2 * PADDING) / lettering.lineHeight());
      boolean fitsElsewhere = done == 0 && isKeptWhole(cells);
      if (fit < 1 || (fit < lines && fitsElsewhere)) {
        pages.next();
        again.run();
        fit = Math.max(1, (int) ((pages.room() - 2 * PADDING) / lettering.lineHeight()));
      }
      int to = Math.min(lines, done + fit);
      drawLines(cells, done, to);
      done = to;
    }
  }

  private void drawLines(List<Cell> cells, int from, int to) {
    for (Cell cell : cells) {
      var cellLettering = new Lettering(cell.bold(), lettering.size());
      for (int line = from; line < Math.min(to, cell.lines().size()); line++) {
        float y =
            pages.top() - PADDING - (line - from) * lettering.lineHeight() - lettering.ascent();
        if (cell.right()) {
          pages.textRight(cell.lines().get(line), cell.x() + cell.width(), y, cellLettering);
        } else {
          pages.text(cell.lines().get(line), cell.x(), y, cellLettering);
        }
      }
    }
    pages.down((to - from) * lettering.lineHeight() + 2 * PADDING);
    pages.fill(Pages.LEFT, pages.top(), Pages.WIDTH, 0.4f, 0.75f);
  }
}
