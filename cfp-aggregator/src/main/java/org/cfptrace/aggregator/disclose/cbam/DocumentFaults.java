package org.cfptrace.aggregator.disclose.cbam;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.paper.Pdf;

/**
 * What does not hold of the document: its fonts, a missing item, figure or word. Lines and pages
 * break where they must, so words are looked for one by one; of Japanese, which breaks anywhere,
 * and of words longer than a line, each sign. A sign that no font has is replaced, and the document
 * says so itself.
 */
final class DocumentFaults {
  private static final int LONGEST_WORD = 40;
  private static final String REPLACED = "\uFFFD";

  private final String text;
  private final List<String> faults = new ArrayList<>();

  private DocumentFaults(String text) {
    this.text = text;
  }

  static List<String> of(CbamFacts facts, byte[] pdf) {
    List<String> ofPdf = Pdf.faults(pdf);
    if (!ofPdf.isEmpty()) {
      return ofPdf.stream().map(fault -> CbamFiles.PDF + ": " + fault).toList();
    }
    DocumentFaults found = new DocumentFaults(plain(Pdf.text(pdf)).replaceAll("\\s+", ""));
    for (SummaryItem item : OperatorsSummary.of(facts)) {
      found.item(item);
    }
    return List.copyOf(found.faults);
  }

  private void item(SummaryItem item) {
    String heading = SummaryDocument.heading(item);
    if (!text.contains(heading.replace(" ", ""))) {
      fault(heading);
    }
    item.parts().stream().flatMap(SummaryItem.Part::all).forEach(this::fact);
  }

  private void fact(Fact fact) {
    boolean isThere =
        fact.isFigure()
            ? text.contains(fact.shown().replace(" ", ""))
            : plain(fact.shown()).lines().allMatch(this::words);
    if (!isThere) {
      fault(fact.label() + ": " + fact.shown());
    }
  }

  private boolean words(String line) {
    for (String word : line.split("\\s+", -1)) {
      if (!word(word)) {
        return text.contains(REPLACED);
      }
    }
    return true;
  }

  private boolean word(String word) {
    boolean isWhole = word.length() <= LONGEST_WORD && Latin.holds(word);
    return isWhole ? text.contains(word) : signs(word);
  }

  private boolean signs(String word) {
    return word.codePoints().allMatch(sign -> text.contains(Character.toString(sign)));
  }

  /** Composed, and without signs that steer or hide. */
  private static String plain(String text) {
    return Normalizer.normalize(
        text.replaceAll("[\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}&&[^\\n\\r\\t]]", ""),
        Normalizer.Form.NFC);
  }

  private void fault(String expected) {
    faults.add(CbamFiles.PDF + " does not say " + expected);
  }
}
