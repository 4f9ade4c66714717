package org.cfptrace.aggregator.disclose.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;

/** The graph as JSON: schema {@code cfp-lineage-1}, decimals as strings. */
final class LineageJson {
  static final String NAME = "lineage.json";
  static final String SCHEMA = "cfp-lineage-1";

  private LineageJson() {}

  static ExportFile file(PackFacts facts, Stamp stamp) {
    return new ExportFile(NAME, "application/json", JsonDocument.write(document(facts, stamp)));
  }

  private static ObjectNode document(PackFacts facts, Stamp stamp) {
    ObjectNode json = JsonDocument.object();
    json.put("form", SCHEMA).put("confidential", Confidential.MARK);
    ObjectNode about = json.putObject("about");
    Confidential.head(facts, stamp).forEach(it -> about.put(it.name(), it.text()));
    json.put("exportId", stamp.exportId()).put("asOf", stamp.asOf().toString());
    json.put("unit", facts.product().unit().text());
    ObjectNode total = json.putObject("total");
    Optional<Amounts> exact = facts.lineage().product().perUnit();
    if (exact.isPresent()) {
      total.put("exclBiogenicUptake", facts.product().exclBiogenicUptake().text());
      total.put("inclBiogenicUptake", facts.product().inclBiogenicUptake().text());
    }
    total.put("complete", facts.product().complete());
    amounts(json, "exact", exact);
    json.set("rounding", amounts(facts.lineage().rounding()));
    ArrayNode nodes = json.putArray("nodes");
    facts.lineage().nodes().forEach(it -> nodes.add(node(it)));
    ArrayNode edges = json.putArray("edges");
    facts.lineage().edges().forEach(it -> edges.add(edge(it)));
    ArrayNode inputs = json.putArray("inputs");
    var files = EvidenceFiles.tokenFiles(facts);
    facts
        .evidence()
        .inputs()
        .forEach(it -> inputs.add(input(it, Optional.ofNullable(files.get(it.declarationId())))));
    ArrayNode sets = json.putArray("factorSets");
    facts
        .evidence()
        .factorSets()
        .forEach(
            it ->
                sets.addObject()
                    .put("id", it.id())
                    .put("version", it.version())
                    .put("source", it.source()));
    ArrayNode versions = json.putArray("structureVersions");
    facts.evidence().structureVersions().forEach(versions::add);
    ArrayNode method = json.putArray("method");
    for (Named each : facts.evidence().method()) {
      method.addObject().put("name", each.name()).put("text", each.text());
    }
    ArrayNode findings = json.putArray("findings");
    stamp
        .findings()
        .forEach(
            it ->
                findings
                    .addObject()
                    .put("code", it.code().name())
                    .put("path", it.path())
                    .put("detail", it.detail()));
    return json;
  }

  private static ObjectNode node(Node node) {
    ObjectNode json = JsonDocument.object();
    json.put("id", node.id()).put("kind", node.kind().name()).put("name", node.name());
    text(json, "traceId", node.traceId());
    text(json, "supplier", node.supplier());
    text(json, "declarationId", node.declarationId());
    text(json, "factor", node.factor());
    json.put("amount", node.amount().toPlainString()).put("unit", node.unit());
    json.put("state", node.state()).put("complete", node.complete());
    amounts(json, "perUnit", node.perUnit());
    amounts(json, "own", node.own());
    amounts(json, "transport", node.transport());
    amounts(json, "contribution", node.contribution());
    return json;
  }

  private static ObjectNode edge(Edge edge) {
    ObjectNode json = JsonDocument.object();
    json.put("from", edge.from()).put("to", edge.to()).put("line", edge.line());
    json.put("factor", edge.factor());
    amounts(json, "perUnit", edge.perUnit());
    amounts(json, "contribution", edge.contribution());
    return json;
  }

  private static ObjectNode input(Input input, Optional<String> file) {
    ObjectNode json = JsonDocument.object();
    json.put("declarationId", input.declarationId()).put("sha256", input.sha256());
    json.put("signer", input.signer()).put("algorithm", input.algorithm());
    json.put("state", input.state()).put("evidence", input.evidence());
    text(json, "logIndex", input.logIndex().map(it -> Long.toString(it)));
    json.put("from", input.from().toString()).put("to", input.to().toString());
    json.put("validUntil", input.validUntil().toString());
    text(json, "file", file);
    return json;
  }

  private static void text(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(it -> json.put(name, it));
  }

  private static void amounts(ObjectNode json, String name, Optional<Amounts> amounts) {
    amounts.ifPresent(it -> json.set(name, amounts(it)));
  }

  private static ObjectNode amounts(Amounts amounts) {
    return JsonDocument.object()
        .put("excl", amounts.excl().text())
        .put("incl", amounts.incl().text());
  }
}
