package org.cfptrace.aggregator.disclose.cbam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Verifier;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;

/**
 * The sixteen items as JSON, after a schema of our own: no authority has published one. Figures are
 * strings with the decimals they are printed with; what was not stated is null.
 */
final class SummaryJson {
  static final String FILE = "operators-summary.json";
  static final String SCHEMA = "cbam-operators-summary.schema.json";
  static final String SCHEMA_ID = "urn:cfptrace:schema:cbam-operators-summary:1";

  private SummaryJson() {}

  static byte[] write(CbamFacts facts, Stamp stamp) {
    ObjectNode root = CbamJson.object();
    root.put("schema", SCHEMA_ID);
    report(root.putObject("report"), facts);
    export(root.putObject("export"), stamp);
    verifier(root, facts.verifier());
    ArrayNode notes = root.putArray("notes");
    facts.notes().forEach(notes::add);
    ObjectNode items = root.putObject("items");
    OperatorsSummary.of(facts).forEach(item -> item(items.putObject(item.name()), item));
    return CbamJson.bytes(root);
  }

  private static void report(ObjectNode report, CbamFacts facts) {
    report
        .put("title", OperatorsSummary.TITLE)
        .put("method", OperatorsSummary.METHOD)
        .put("shows", OperatorsSummary.SHOWN)
        .put("rounding", Figures.ROUNDING)
        .put("installation", facts.installationId())
        .put("reportingYear", facts.year())
        .put("periodStart", facts.period().from().toString())
        .put("periodEnd", facts.period().to().toString())
        .put("calculationVersion", facts.calculation().version())
        .put("inputSha256", facts.calculation().inputSha256())
        .put("defaultValues", facts.calculation().defaultValues());
  }

  private static void export(ObjectNode export, Stamp stamp) {
    export.put("exportId", stamp.exportId());
    export.put("asOf", stamp.asOf().toString());
    export.put("supersedes", stamp.supersedes().orElse(null));
    ArrayNode findings = export.putArray("findings");
    for (Finding finding : stamp.findings()) {
      findings
          .addObject()
          .put("code", finding.code().name())
          .put("path", finding.path())
          .put("detail", finding.detail());
    }
    stamp
        .override()
        .ifPresentOrElse(
            override ->
                export
                    .putObject("override")
                    .put("reason", override.reason())
                    .put("by", override.by()),
            () -> export.putNull("override"));
  }

  private static void verifier(ObjectNode root, Optional<Verifier> verifier) {
    verifier.ifPresentOrElse(
        stated -> {
          ObjectNode node =
              root.putObject("verifier")
                  .put("verifierReportId", stated.reportId())
                  .put("verifierName", stated.name())
                  .put("accreditation", stated.accreditation())
                  .put("periodStart", stated.period().from().toString())
                  .put("periodEnd", stated.period().to().toString())
                  .put("scope", stated.scope());
          stated.completedOn().ifPresent(day -> node.put("completedOn", day.toString()));
        },
        () -> root.putNull("verifier"));
  }

  private static void item(ObjectNode node, SummaryItem item) {
    node.put("item", item.number());
    node.put("title", item.title());
    node.put("status", item.status().name());
    node.put("note", item.note());
    for (SummaryItem.Part part : item.parts()) {
      if (part instanceof Rows rows) {
        rows(node.putArray(rows.name()), rows.rows());
      } else {
        part.all().forEach(fact -> node.put(fact.name(), fact.text().orElse(null)));
      }
    }
  }

  private static void rows(ArrayNode array, List<List<Fact>> rows) {
    for (List<Fact> row : rows) {
      ObjectNode node = array.addObject();
      row.forEach(fact -> node.put(fact.name(), fact.text().orElse(null)));
    }
  }
}
