package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Heading;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Document.Labels;
import org.cfptrace.paper.Document.Notice;
import org.cfptrace.paper.Document.Paragraph;
import org.cfptrace.paper.Document.Table;

/** The sixteen items as a document in English, item after item. */
final class SummaryDocument {
  private static final int WIDEST_TABLE = 5;

  private SummaryDocument() {}

  static Document of(CbamFacts facts, Stamp stamp) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Labels(
            SummaryWorkbook.about(facts, stamp).stream()
                .map(pair -> new Label(pair.get(0), pair.get(1)))
                .toList()));
    StampText.warnings(facts, stamp).forEach(warning -> blocks.add(new Notice(warning)));
    OperatorsSummary.of(facts).forEach(item -> item(blocks, item));
    return new Document(
        OperatorsSummary.TITLE,
        facts.shownName() + ", " + facts.period() + ", export " + stamp.exportId(),
        blocks);
  }

  private static void item(List<Block> blocks, SummaryItem item) {
    blocks.add(new Heading(heading(item)));
    String note = item.note().isEmpty() ? "" : ": " + item.note();
    if (item.status() != SummaryItem.Status.STATED || !item.note().isEmpty()) {
      blocks.add(new Paragraph(item.status().text() + note));
    }
    List<Label> open = new ArrayList<>();
    for (SummaryItem.Part part : item.parts()) {
      if (part instanceof Rows rows) {
        close(blocks, open);
        rows(blocks, rows);
      } else {
        part.all().map(SummaryDocument::label).forEach(open::add);
      }
    }
    close(blocks, open);
  }

  static String heading(SummaryItem item) {
    return item.number() + ". " + item.title();
  }

  private static void close(List<Block> blocks, List<Label> open) {
    if (!open.isEmpty()) {
      blocks.add(new Labels(open));
      open.clear();
    }
  }

  private static void rows(List<Block> blocks, Rows rows) {
    List<List<Fact>> all = rows.rows();
    if (all.isEmpty()) {
      return;
    }
    List<Fact> first = all.get(0);
    boolean isTable =
        first.size() <= WIDEST_TABLE
            && all.stream().allMatch(row -> labels(row).equals(labels(first)));
    if (isTable) {
      blocks.add(
          new Table(
              labels(first),
              all.stream().map(row -> row.stream().map(Fact::shown).toList()).toList(),
              IntStream.range(0, first.size())
                  .filter(i -> first.get(i).isFigure())
                  .boxed()
                  .toList()));
      return;
    }
    for (List<Fact> row : all) {
      blocks.add(new Labels(row.stream().map(SummaryDocument::label).toList()));
    }
  }

  private static List<String> labels(List<Fact> row) {
    return row.stream().map(Fact::label).toList();
  }

  private static Label label(Fact fact) {
    return new Label(fact.label(), fact.shown());
  }
}
