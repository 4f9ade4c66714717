package org.cfptrace.paper;

import java.util.List;
import org.cfptrace.paper.Document.Bar;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Label;

/** Prints a document, block after block. */
final class DocumentPrinter {
  private static final Lettering TITLE = new Lettering(true, 17);
  private static final Lettering HEADING = new Lettering(true, 11.5f);
  private static final Lettering BODY = new Lettering(false, 9.5f);
  private static final Lettering SMALL = new Lettering(false, 8.5f);
  private static final float LARGEST = 28;
  private static final float SMALLEST = 12;

  /** At least: a figure in the largest letters, and two lines. */
  private static final float HEADLINE =
      new Lettering(true, LARGEST).lineHeight() + 2 * SMALL.lineHeight();

  private static final float LABELS = 0.34f * Pages.WIDTH;
  private static final float INSET = 9;

  /** Heights that are added up in another order may differ by a trace. */
  private static final float TRACE = 0.1f;

  private static final String LACKING =
      "\uFFFD: a character that this document's fonts do not have / この文書の書体にない文字";

  private final Pages pages;
  private final Legible legible;
  private final Rows rows;

  DocumentPrinter(Pages pages, Legible legible) {
    this.pages = pages;
    this.legible = legible;
    this.rows = new Rows(pages, SMALL);
  }

  void print(Document document) {
    text(document.title(), TITLE);
    pages.down(6);
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Document.Heading heading) {
        heading(heading, i + 1 < blocks.size() ? beginning(blocks.get(i + 1)) : 0);
      } else {
        print(blocks.get(i));
      }
    }
    if (legible.lacking()) {
      pages.space(10);
      text(LACKING, SMALL);
    }
  }

  private void print(Block block) {
    if (block instanceof Document.Paragraph paragraph) {
      text(paragraph.text(), BODY);
      pages.space(5);
    } else if (block instanceof Document.Notice notice) {
      notice(notice.text());
    } else if (block instanceof Document.Headline headline) {
      headline(headline);
    } else if (block instanceof Document.Labels labels) {
      labels(labels.labels());
    } else if (block instanceof Document.Table table) {
      TablePrinter.print(legible(table), pages);
      pages.space(8);
    } else if (block instanceof Document.Bars bars) {
      BarPrinter.print(bars.bars().stream().map(this::legible).toList(), pages);
      pages.space(8);
    } else if (block instanceof Document.Code code) {
      code(code);
    }
  }

  /** With the beginning of what it is the heading of, on the same page. */
  private void heading(Document.Heading heading, float beginning) {
    List<String> lines = Wrap.lines(legible.of(heading.text()), Pages.WIDTH, HEADING);
    float height = lines.size() * HEADING.lineHeight() + 2 + TRACE;
    pages.space(12);
    pages.need(
        Math.max(
            HEADING.lineHeight() + 4 * BODY.lineHeight(),
            Math.min(height + beginning, pages.fullRoom())));
    pages.lines(lines, Pages.LEFT, HEADING);
    pages.down(2);
  }

  /** The height without which a block goes to the next page. */
  private float beginning(Block block) {
    if (block instanceof Document.Notice notice) {
      return 3 + noticeBeginning(noticeLines(notice.text()));
    } else if (block instanceof Document.Headline) {
      return 4 + HEADLINE;
    } else if (block instanceof Document.Labels labels) {
      return labels.labels().isEmpty() ? 0 : rows.beginning(cells(labels.labels().get(0)));
    } else if (block instanceof Document.Table table) {
      return TablePrinter.beginning(legible(table), pages);
    } else if (block instanceof Document.Bars bars) {
      return bars.bars().isEmpty() ? 0 : BarPrinter.beginning(legible(bars.bars().get(0)), pages);
    } else if (block instanceof Document.Code code) {
      return 6 + codeBeginning(new QrCode(code.content()), caption(code));
    }
    return 0;
  }

  private void text(String text, Lettering lettering) {
    pages.lines(Wrap.lines(legible.of(text), Pages.WIDTH, lettering), Pages.LEFT, lettering);
  }

  /** In a box with a thick edge, so that it is seen in black and white too. */
  private void notice(String text) {
    List<String> lines = noticeLines(text);
    pages.space(3);
    pages.need(noticeBeginning(lines));
    int done = 0;
    while (done < lines.size()) {
      int fit = Math.max(1, (int) ((pages.room() - INSET) / BODY.lineHeight()));
      int to = Math.min(lines.size(), done + fit);
      float height = (to - done) * BODY.lineHeight() + INSET;
      pages.fill(Pages.LEFT, pages.top() - height, Pages.WIDTH, height, 0.93f);
      pages.fill(Pages.LEFT, pages.top() - height, 2.5f, height, 0.1f);
      pages.down(INSET / 2);
      pages.lines(lines.subList(done, to), Pages.LEFT + INSET, BODY);
      pages.down(INSET / 2);
      done = to;
      if (done < lines.size()) {
        pages.next();
      }
    }
    pages.space(6);
  }

  private List<String> noticeLines(String text) {
    return Wrap.lines(legible.of(text), Pages.WIDTH - 2 * INSET, BODY);
  }

  /** One that is longer than half a page is cut. */
  private float noticeBeginning(List<String> lines) {
    return Math.min(lines.size() * BODY.lineHeight() + INSET, pages.fullRoom() / 2);
  }

  private void headline(Document.Headline headline) {
    String figure = legible.of(headline.figure()).replace('\n', ' ');
    String unit = legible.of(headline.unit()).replace('\n', ' ');
    var large = new Lettering(true, LARGEST);
    while (large.size() > SMALLEST && width(figure, unit, large) > Pages.WIDTH) {
      large = new Lettering(true, large.size() - 2);
    }
    pages.space(4);
    pages.need(large.lineHeight() + 2 * SMALL.lineHeight());
    text(headline.label(), SMALL);
    if (width(figure, unit, large) > Pages.WIDTH) {
      pages.lines(Wrap.lines(figure, Pages.WIDTH, large), Pages.LEFT, large);
      pages.lines(Wrap.lines(unit, Pages.WIDTH, BODY), Pages.LEFT, BODY);
    } else {
      float y = pages.top() - large.ascent();
      pages.text(figure, Pages.LEFT, y, large);
      pages.text(unit, Pages.LEFT + large.width(figure + " "), y, BODY);
      pages.down(large.lineHeight());
    }
    pages.space(6);
  }

  private static float width(String figure, String unit, Lettering large) {
    return large.width(figure + " ") + BODY.width(unit);
  }

  private void labels(List<Label> labels) {
    for (Label label : labels) {
      rows.draw(cells(label), () -> {});
    }
    pages.space(8);
  }

  private List<Rows.Cell> cells(Label label) {
    return List.of(
        cell(label.name(), Pages.LEFT, LABELS - 10, true),
        cell(label.text(), Pages.LEFT + LABELS, Pages.WIDTH - LABELS, false));
  }

  private Rows.Cell cell(String text, float x, float width, boolean bold) {
    var lettering = new Lettering(bold, SMALL.size());
    return new Rows.Cell(Wrap.lines(legible.of(text), width, lettering), x, width, false, bold);
  }

  private Document.Table legible(Document.Table table) {
    return new Document.Table(
        legible(table.head()), table.rows().stream().map(this::legible).toList(), table.numbers());
  }

  private List<String> legible(List<String> texts) {
    return texts.stream().map(legible::of).toList();
  }

  private Bar legible(Bar bar) {
    return new Bar(legible.of(bar.label()), bar.value(), legible.of(bar.shown()));
  }

  private void code(Document.Code code) {
    var qr = new QrCode(code.content());
    List<String> caption = caption(code);
    pages.space(6);
    pages.need(codeBeginning(qr, caption));
    qr.draw(pages);
    pages.down(qr.side());
    pages.lines(caption, Pages.LEFT, SMALL);
    pages.space(6);
  }

  private List<String> caption(Document.Code code) {
    return Wrap.lines(legible.of(code.caption()), Pages.WIDTH, SMALL);
  }

  /** The code with its caption, or with the first line of a long one. */
  private float codeBeginning(QrCode qr, List<String> caption) {
    float whole = qr.side() + caption.size() * SMALL.lineHeight();
    return Math.min(whole, Math.max(qr.side() + SMALL.lineHeight(), pages.fullRoom() / 2));
  }
}
