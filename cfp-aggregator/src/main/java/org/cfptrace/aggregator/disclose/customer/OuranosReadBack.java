package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.JsonSchemas;
import org.cfptrace.aggregator.disclose.customer.OuranosFacts.ProcessFigures;
import org.cfptrace.paper.Csv;

/** Ouranos' files read back: records and tables say the same, and what the facts say. */
final class OuranosReadBack {
  private final OuranosFacts facts;
  private final List<String> faults = new ArrayList<>();

  private OuranosReadBack(OuranosFacts facts) {
    this.facts = facts;
  }

  static List<String> faults(OuranosFacts facts, List<ExportFile> files) {
    List<String> names = files.stream().map(ExportFile::name).toList();
    if (!names.equals(OuranosTarget.FILES)) {
      return List.of("expected the files " + OuranosTarget.FILES + ", seen " + names);
    }
    List<String> misfits = JsonSchemas.faults("ouranos-cfp", files.get(0).bytes());
    if (!misfits.isEmpty()) {
      return misfits;
    }
    OuranosReadBack back = new OuranosReadBack(facts);
    back.records(JsonDocument.read(files.get(0).bytes()));
    back.summary(files.get(1));
    back.rows(files.get(2));
    back.note(files.get(3));
    return back.faults;
  }

  private void records(JsonNode records) {
    List<BigDecimal> emissions =
        List.of(
            facts.pre().production(),
            facts.main().production(),
            facts.pre().component(),
            facts.main().component());
    for (int i = 0; i < emissions.size(); i++) {
      JsonNode record = records.get(i);
      ProcessFigures process = i % 2 == 0 ? facts.pre() : facts.main();
      String place = "/" + i + "/";
      same(place + "ghgEmission", Optional.of(emissions.get(i)), number(record, "ghgEmission"));
      JsonNode rating = record.get("dqrValue");
      same(place + "TeR", process.rating().map(it -> it.ter()), number(rating, "TeR"));
      same(place + "GeR", process.rating().map(it -> it.ger()), number(rating, "GeR"));
      same(place + "TiR", process.rating().map(it -> it.tir()), number(rating, "TiR"));
      same(place + "traceId", facts.traceId(), record.get("traceId").asText());
      same(place + "ghgDeclaredUnit", facts.emissionUnit(), record.get("ghgDeclaredUnit").asText());
    }
  }

  private void summary(ExportFile file) {
    List<List<String>> table = table(file, OuranosFiles.SUMMARY, 1);
    if (table.isEmpty()) {
      return;
    }
    List<String> row = table.get(0);
    same(file.name() + " トレース識別子", facts.traceId(), row.get(4));
    cell(file, row, 5, Optional.of(facts.total()));
    cell(file, row, 6, Optional.of(facts.pre().total()));
    cell(file, row, 7, Optional.of(facts.pre().production()));
    cell(file, row, 8, Optional.of(facts.pre().component()));
    cell(file, row, 9, Optional.of(facts.main().total()));
    cell(file, row, 10, Optional.of(facts.main().production()));
    cell(file, row, 11, Optional.of(facts.main().component()));
    cell(file, row, 13, facts.pre().dqr());
    ratings(file, row, 14, facts.pre());
    cell(file, row, 17, facts.main().dqr());
    ratings(file, row, 18, facts.main());
  }

  private void rows(ExportFile file) {
    boolean bought =
        facts.pre().component().signum() != 0 || facts.main().component().signum() != 0;
    List<List<String>> table = table(file, OuranosFiles.ROWS, bought ? 2 : 1);
    if (table.isEmpty()) {
      return;
    }
    cell(file, table.get(0), 12, Optional.of(facts.pre().production()));
    cell(file, table.get(0), 13, Optional.of(facts.main().production()));
    ratings(file, table.get(0), 15, facts.pre());
    ratings(file, table.get(0), 18, facts.main());
    if (bought) {
      cell(file, table.get(1), 12, Optional.of(facts.pre().component()));
      cell(file, table.get(1), 13, Optional.of(facts.main().component()));
    }
  }

  private void note(ExportFile file) {
    String leftOut = OuranosFiles.leftOut(facts);
    if (!new String(file.bytes(), UTF_8).contains(leftOut)) {
      faults.add(file.name() + " does not say what is left out: " + leftOut);
    }
  }

  private void ratings(ExportFile file, List<String> row, int column, ProcessFigures process) {
    cell(file, row, column, process.rating().map(it -> it.ter()));
    cell(file, row, column + 1, process.rating().map(it -> it.tir()));
    cell(file, row, column + 2, process.rating().map(it -> it.ger()));
  }

  /** The rows; none, and a fault, where the table is not of that shape. */
  private List<List<String>> table(ExportFile file, List<String> head, int rows) {
    List<List<String>> table;
    try {
      table = Csv.read(file.bytes());
    } catch (IllegalArgumentException notCsv) {
      faults.add(file.name() + ": " + notCsv.getMessage());
      return List.of();
    }
    boolean shaped =
        table.size() == rows + 1
            && table.get(0).equals(head)
            && table.stream().allMatch(row -> row.size() == head.size());
    if (!shaped) {
      faults.add(file.name() + ": expected the " + head.size() + " columns and " + rows + " rows");
      return List.of();
    }
    return table.subList(1, table.size());
  }

  private void cell(ExportFile file, List<String> row, int column, Optional<BigDecimal> expected) {
    String text = expected.map(it -> OuranosFacts.plain(it).toPlainString()).orElse("");
    same(file.name() + " column " + (column + 1), text, row.get(column));
  }

  private void same(String place, Optional<BigDecimal> expected, Optional<BigDecimal> seen) {
    same(
        place,
        expected.map(it -> OuranosFacts.plain(it).toPlainString()).orElse("null"),
        seen.map(it -> OuranosFacts.plain(it).toPlainString()).orElse("null"));
  }

  private void same(String place, String expected, String seen) {
    if (!expected.equals(seen)) {
      faults.add(place + ": expected " + expected + ", seen " + seen);
    }
  }

  private static Optional<BigDecimal> number(JsonNode object, String name) {
    JsonNode node = object.get(name);
    return node.isNull() ? Optional.empty() : Optional.of(node.decimalValue());
  }
}
