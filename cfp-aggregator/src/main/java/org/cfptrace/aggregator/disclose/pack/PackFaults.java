package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.JsonSchemas;
import org.cfptrace.paper.Csv;

/** Reads the files of a pack back: their schemas, their sums, and what an auditor would check. */
final class PackFaults {
  private final PackFacts facts;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  PackFaults(PackFacts facts, List<ExportFile> files) {
    this.facts = facts;
    files.forEach(it -> this.files.put(it.name(), it.bytes()));
  }

  List<String> all() {
    List<String> expected = expected();
    if (!List.copyOf(files.keySet()).equals(expected)) {
      faults.add("expected the files " + expected + ", seen " + files.keySet());
      return faults;
    }
    reading(DataCsv.NAME, this::data);
    reading(LineageJson.NAME, this::lineage);
    reading(LineageSvg.NAME, svg -> faults.addAll(SvgFaults.of(svg, facts)));
    reading(MethodText.NAME, this::text);
    reading(EvidenceFiles.README, this::text);
    faults.addAll(new EvidenceFaults(facts, files).all());
    return faults;
  }

  private List<String> expected() {
    List<String> names =
        new ArrayList<>(
            List.of(
                DataCsv.NAME,
                LineageJson.NAME,
                LineageSvg.NAME,
                MethodText.NAME,
                EvidenceFiles.README));
    for (int i = 0; i < facts.tokens().size(); i++) {
      PackFacts.Token token = facts.tokens().get(i);
      String name = EvidenceFiles.name(i);
      names.add(name + ".jwt");
      token.opening().ifPresent(it -> names.add(name + ".opening.json"));
      if (token.proof().isPresent()) {
        names.add(name + EvidenceFiles.PROOF);
        names.add(name + EvidenceFiles.CHECKPOINT);
      }
    }
    for (int i = 0; i < facts.directory().size(); i++) {
      names.add(EvidenceFiles.directory(i));
    }
    return names;
  }

  private interface Check {
    void of(byte[] bytes);
  }

  private void reading(String name, Check check) {
    try {
      check.of(bytes(name));
    } catch (RuntimeException unreadable) {
      // What is read back may be spoiled in any way; however the reader says so, it is a fault.
      faults.add(name + " cannot be read back: " + unreadable.getMessage());
    }
  }

  private byte[] bytes(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return bytes;
  }

  // ---- data.csv

  private void data(byte[] csv) {
    List<List<String>> seen = Csv.read(csv);
    List<List<String>> expected = new ArrayList<>();
    expected.add(DataCsv.HEAD);
    expected.addAll(DataCsv.rows(facts));
    if (seen.size() != expected.size()) {
      faults.add("data.csv has " + seen.size() + " lines, there are " + expected.size());
      return;
    }
    for (int i = 0; i < seen.size(); i++) {
      for (int column = 0; column < DataCsv.HEAD.size(); column++) {
        String should = expected.get(i).get(column);
        String is = column < seen.get(i).size() ? seen.get(i).get(column) : "";
        if (!is.equals(should) && !is.equals("'" + should)) {
          faults.add(
              "data.csv, line "
                  + (i + 1)
                  + ", "
                  + DataCsv.HEAD.get(column)
                  + ": expected \""
                  + should
                  + "\", seen \""
                  + is
                  + "\"");
        }
      }
    }
  }

  // ---- lineage.json

  private void lineage(byte[] bytes) {
    List<String> ofForm = JsonSchemas.faults(LineageJson.SCHEMA, bytes);
    ofForm.forEach(it -> faults.add("lineage.json: " + it));
    if (!ofForm.isEmpty()) {
      return;
    }
    JsonNode json = JsonDocument.read(bytes);
    for (String which : List.of("excl", "incl")) {
      sums(json, which);
      contributions(json, which);
    }
    if (json.has("exact")) {
      BigDecimal excl = number(json.get("total"), "exclBiogenicUptake");
      if (excl.compareTo(facts.product().exclBiogenicUptake().value()) != 0) {
        faults.add("lineage.json: the total is " + excl + ", not that of the facts");
      }
    }
  }

  /** Own, transport and arrows are what each thing made comes to. */
  private void sums(JsonNode json, String which) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (JsonNode node : json.get("nodes")) {
      sums.put(
          node.get("id").textValue(),
          amount(node, "own", which).add(amount(node, "transport", which)));
    }
    for (JsonNode edge : json.get("edges")) {
      String to = edge.get("to").textValue();
      if (!sums.containsKey(to) || !sums.containsKey(edge.get("from").textValue())) {
        faults.add("lineage.json: an arrow leads from or to a node that is not there: " + edge);
        return;
      }
      sums.merge(to, amount(edge, "perUnit", which), BigDecimal::add);
    }
    for (JsonNode node : json.get("nodes")) {
      String kind = node.get("kind").textValue();
      if (Lineage.Kind.valueOf(kind).isMade()) {
        BigDecimal sum = sums.getOrDefault(node.get("id").textValue(), BigDecimal.ZERO);
        BigDecimal stated = amount(node, "perUnit", which);
        if (sum.compareTo(stated) != 0) {
          faults.add(
              "lineage.json, "
                  + node.get("id").textValue()
                  + ": own, transport and arrows come to "
                  + sum.toPlainString()
                  + ", perUnit is "
                  + stated.toPlainString()
                  + " ("
                  + which
                  + ")");
        }
      }
    }
  }

  /** All contributions and the rounding are the product's exact total. */
  private void contributions(JsonNode json, String which) {
    BigDecimal sum = amount(json, "rounding", which);
    for (JsonNode node : json.get("nodes")) {
      sum = sum.add(amount(node, "contribution", which));
    }
    BigDecimal exact = amount(json, "exact", which);
    if (sum.compareTo(exact) != 0) {
      faults.add(
          "lineage.json: contributions and rounding come to "
              + sum.toPlainString()
              + ", the exact total is "
              + exact.toPlainString()
              + " ("
              + which
              + ")");
    }
  }

  private static BigDecimal amount(JsonNode json, String name, String which) {
    return json.has(name) ? number(json.get(name), which) : BigDecimal.ZERO;
  }

  private static BigDecimal number(JsonNode json, String name) {
    return new BigDecimal(json.get(name).textValue());
  }

  // ---- texts

  private void text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    for (String each :
        List.of(
            Confidential.MARK,
            facts.product().name(),
            Confidential.total(facts),
            Confidential.SHOWN)) {
      if (!text.contains(each)) {
        faults.add("a text does not say \"" + each + "\"");
      }
    }
  }
}
