package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.PrintedPages;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.paper.Pdf;

/** What does not hold of the document: its fonts, a missing item, figure or word. */
final class DocumentFaults {
  private final PrintedPages paper;
  private final List<String> faults = new ArrayList<>();

  private DocumentFaults(PrintedPages paper) {
    this.paper = paper;
  }

  static List<String> of(CbamFacts facts, byte[] pdf) {
    List<String> ofPdf = Pdf.faults(pdf);
    if (!ofPdf.isEmpty()) {
      return ofPdf.stream().map(fault -> CbamFiles.PDF + ": " + fault).toList();
    }
    DocumentFaults found = new DocumentFaults(PrintedPages.of(pdf));
    for (SummaryItem item : OperatorsSummary.of(facts)) {
      found.item(item);
    }
    return List.copyOf(found.faults);
  }

  private void item(SummaryItem item) {
    String heading = SummaryDocument.heading(item);
    if (!paper.hold(heading)) {
      fault(heading);
    }
    item.parts().stream().flatMap(SummaryItem.Part::all).forEach(this::fact);
  }

  private void fact(Fact fact) {
    if (!paper.hold(fact.shown())) {
      fault(fact.label() + ": " + fact.shown());
    }
  }

  private void fault(String expected) {
    faults.add(CbamFiles.PDF + " does not say " + expected);
  }
}
