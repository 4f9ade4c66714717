package org.cfptrace.paper;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * A document for people, top to bottom.
 *
 * @param title the first line, and the title in the document's properties
 * @param footer stands on every page, beside the page's number
 */
public record Document(String title, String footer, List<Block> blocks) {
  public Document {
    requireNonNull(title, "title");
    requireNonNull(footer, "footer");
    blocks = List.copyOf(blocks);
  }

  /** A part of a document. */
  public sealed interface Block {}

  /** Begins a section. */
  public record Heading(String text) implements Block {
    public Heading {
      requireNonNull(text, "text");
    }
  }

  /** Running text. */
  public record Paragraph(String text) implements Block {
    public Paragraph {
      requireNonNull(text, "text");
    }
  }

  /** Text that must not be overlooked: a warning, a draft, a reason. */
  public record Notice(String text) implements Block {
    public Notice {
      requireNonNull(text, "text");
    }
  }

  /** One large figure with its unit. */
  public record Headline(String label, String figure, String unit) implements Block {
    public Headline {
      requireNonNull(label, "label");
      requireNonNull(figure, "figure");
      requireNonNull(unit, "unit");
    }
  }

  /** Labels with what they say. */
  public record Labels(List<Label> labels) implements Block {
    public Labels {
      labels = List.copyOf(labels);
    }
  }

  /** A label with what it says. */
  public record Label(String name, String text) {
    public Label {
      requireNonNull(name, "name");
      requireNonNull(text, "text");
    }
  }

  /**
   * A table; a long one goes on on the next page with its head.
   *
   * @param numbers which columns hold numbers, from 0: they stand to the right
   */
  public record Table(List<String> head, List<List<String>> rows, List<Integer> numbers)
      implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      numbers = List.copyOf(numbers);
      int columns = head.size();
      if (rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("every row has " + columns + " columns");
      }
    }
  }

  /** Horizontal bars from zero; what is below zero goes to the left. */
  public record Bars(List<Bar> bars) implements Block {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param shown the figure as it is printed beside it
   */
  public record Bar(String label, BigDecimal value, String shown) {
    public Bar {
      requireNonNull(label, "label");
      requireNonNull(value, "value");
      requireNonNull(shown, "shown");
    }
  }

  /** A QR code with a line of text beneath it. */
  public record Code(String content, String caption) implements Block {
    public Code {
      requireNonNull(content, "content");
      requireNonNull(caption, "caption");
    }
  }
}
