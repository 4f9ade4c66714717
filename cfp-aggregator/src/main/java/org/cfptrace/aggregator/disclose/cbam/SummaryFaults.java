package org.cfptrace.aggregator.disclose.cbam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;

/** What does not hold of the sixteen items as JSON. */
final class SummaryFaults {
  private final CbamFacts facts;
  private final JsonNode items;
  private final List<String> faults = new ArrayList<>();

  private SummaryFaults(CbamFacts facts, JsonNode items) {
    this.facts = facts;
    this.items = items;
  }

  static List<String> of(CbamFacts facts, byte[] json) {
    List<String> bySchema = CbamJson.faults(json, SummaryJson.FILE, SummaryJson.SCHEMA);
    if (!bySchema.isEmpty()) {
      return bySchema;
    }
    SummaryFaults found = new SummaryFaults(facts, CbamJson.read(json).orElseThrow().path("items"));
    found.report(CbamJson.read(json).orElseThrow().path("report"));
    found.totals();
    found.goods();
    found.statuses();
    return List.copyOf(found.faults);
  }

  private void report(JsonNode report) {
    expect("installation", facts.installationId(), report.path("installation"));
    expect("reporting year", Integer.toString(facts.year()), report.path("reportingYear"));
    expect("period", facts.period().from().toString(), report.path("periodStart"));
    expect("period", facts.period().to().toString(), report.path("periodEnd"));
  }

  private void totals() {
    expect(
        "total direct emissions",
        Figures.tonnes(facts.direct()).toPlainString(),
        items.path("directEmissions").path("total"));
    if (facts.indirect().numerator().signum() > 0) {
      expect(
          "total indirect emissions",
          Figures.tonnes(facts.indirect()).toPlainString(),
          items.path("indirectEmissions").path("total"));
    }
  }

  private void goods() {
    JsonNode rows = items.path("goods").path("goods");
    expectText("number of goods", Integer.toString(facts.goods().size()), "" + rows.size());
    for (int i = 0; i < Math.min(rows.size(), facts.goods().size()); i++) {
      Good good = facts.goods().get(i);
      String of = "of " + good.cn() + " of " + good.process();
      expect("CN code " + of, good.cn(), rows.get(i).path("cn"));
      expect(
          "specific direct " + of,
          Figures.specific(good.direct()).toPlainString(),
          rows.get(i).path("specificDirect"));
      expect(
          "specific indirect " + of,
          Figures.specific(good.indirect()).toPlainString(),
          rows.get(i).path("specificIndirect"));
      expect(
          "share by default values " + of,
          Figures.specific(good.shareByDefault()).toPlainString(),
          rows.get(i).path("shareByDefaultValues"));
    }
  }

  private void statuses() {
    for (SummaryItem item : OperatorsSummary.of(facts)) {
      expect(
          "status of item " + item.number(),
          item.status().name(),
          items.path(item.name()).path("status"));
    }
  }

  private void expect(String what, String expected, JsonNode seen) {
    expectText(what, expected, seen.asText());
  }

  private void expectText(String what, String expected, String seen) {
    if (!expected.equals(seen)) {
      faults.add(SummaryJson.FILE + ": " + what + " should be " + expected + ", is " + seen);
    }
  }
}
