package org.cfptrace.aggregator.disclose.cbam;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the sixteen items of the operator's summary, with a name for programs and a title for
 * people. What should be said and is not known stays visible as missing.
 *
 * @param note why it does not apply, or what a reader should know; empty for nothing
 */
record SummaryItem(
    int number, String name, String title, Status status, String note, List<Part> parts) {
  SummaryItem {
    requireNonNull(name, "name");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    requireNonNull(note, "note");
    parts = List.copyOf(parts);
  }

  /** How far an item is answered. */
  enum Status {
    STATED("stated"),
    INCOMPLETE("stated in part"),
    NOT_STATED("not stated"),
    NOT_APPLICABLE("not applicable");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** A part of an item. */
  sealed interface Part {
    String name();

    Stream<Fact> all();
  }

  /**
   * One statement; empty where it was not stated.
   *
   * @param isFigure a number, with the decimals it is printed with
   */
  record Fact(String name, String label, Optional<String> text, boolean isFigure) implements Part {
    static final String NOT_STATED = "not stated";

    static Fact of(String name, String label, String text) {
      return text(name, label, Optional.of(text));
    }

    static Fact text(String name, String label, Optional<String> text) {
      return new Fact(name, label, text, false);
    }

    static Fact figure(String name, String label, BigDecimal figure) {
      return figure(name, label, Optional.of(figure));
    }

    static Fact figure(String name, String label, Optional<BigDecimal> figure) {
      return new Fact(name, label, figure.map(BigDecimal::toPlainString), true);
    }

    String shown() {
      return text.orElse(NOT_STATED);
    }

    @Override
    public Stream<Fact> all() {
      return Stream.of(this);
    }
  }

  /** Rows of statements, all with the same columns where they are of one kind. */
  record Rows(String name, String label, List<List<Fact>> rows) implements Part {
    Rows {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public Stream<Fact> all() {
      return rows.stream().flatMap(List::stream);
    }
  }

  /** An item that says something, or should. */
  static SummaryItem of(int number, String name, String title, String note, List<Part> parts) {
    long stated = parts.stream().flatMap(Part::all).filter(it -> it.text().isPresent()).count();
    long asked = parts.stream().flatMap(Part::all).count();
    Status status =
        stated == asked ? Status.STATED : stated == 0 ? Status.NOT_STATED : Status.INCOMPLETE;
    return new SummaryItem(number, name, title, status, note, parts);
  }

  /** An item that does not apply to this installation, and why. */
  static SummaryItem notApplicable(int number, String name, String title, String why) {
    return new SummaryItem(number, name, title, Status.NOT_APPLICABLE, why, List.of());
  }

  /** What was not stated, each once; of rows of which only some lack it, which ones. */
  List<String> missing() {
    return parts.stream().flatMap(SummaryItem::missing).distinct().toList();
  }

  private static Stream<String> missing(Part part) {
    if (part instanceof Rows rows) {
      return rows.rows().stream()
          .flatMap(List::stream)
          .filter(fact -> fact.text().isEmpty())
          .map(Fact::label)
          .distinct()
          .map(label -> label + which(rows.rows(), label));
    }
    return part.all().filter(fact -> fact.text().isEmpty()).map(Fact::label);
  }

  private static String which(List<List<Fact>> rows, String label) {
    List<String> lacking =
        rows.stream()
            .filter(row -> row.stream().anyMatch(it -> isMissing(it, label)))
            .map(row -> row.get(0).shown())
            .toList();
    return lacking.size() == rows.size() ? "" : " (" + String.join(", ", lacking) + ")";
  }

  private static boolean isMissing(Fact fact, String label) {
    return fact.label().equals(label) && fact.text().isEmpty();
  }
}
