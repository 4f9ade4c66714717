package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cfptrace.aggregator.structure.ImportStructures.Read;
import org.cfptrace.aggregator.structure.ImportStructures.Row;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.service.answer.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Products from a CSV file with a header (UTF-8, with or without a byte-order mark, RFC 4180). Rows
 * of one product follow each other; its own columns are read from the first. Rows of one line
 * follow each other too: each further one is a further source. Columns may be in any order and may
 * be left out; an empty cell is as good as none.
 */
final class CsvProducts implements Iterator<Row> {
  private static final Map<String, String> OF_PRODUCT =
      Map.ofEntries(
          Map.entry("product", "traceId"),
          Map.entry("name", "name"),
          Map.entry("category", "category"),
          Map.entry("plant", "plant"),
          Map.entry("unit", "unit"),
          Map.entry("mass_kg", "massPerUnit"),
          Map.entry("gwp", "gwp"),
          Map.entry("boundary", "boundary"),
          Map.entry("profile", "profile"),
          Map.entry("valid_from", "validFrom"),
          Map.entry("valid_to", "validTo"));
  private static final Map<String, String> OF_LINE =
      Map.ofEntries(
          Map.entry("line", "lineId"),
          Map.entry("part", "partName"),
          Map.entry("amount", "amount"),
          Map.entry("line_unit", "unit"),
          Map.entry("yield", "yield"),
          Map.entry("line_mass_kg", "massPerUnit"),
          Map.entry("own_product", "ownTraceId"),
          Map.entry("option", "option"),
          Map.entry("role", "role"));
  private static final Map<String, String> OF_SOURCE =
      Map.of("supplier", "partnerId", "supplier_product", "supplierTraceId", "share", "share");
  private static final Map<String, String> OF_FACTOR =
      Map.of(
          "factor_set", "set",
          "factor_version", "version",
          "factor_code", "code",
          "factor_stage", "stage");
  private static final Set<String> OF_OWN = Set.of("own_stage", "own_kgco2e");

  private static final int MOST_FAULTS = 100;

  private final MappingIterator<Map<String, String>> rows;
  private final Function<JsonNode, Read> reader;
  private @Nullable Map<String, String> ahead;
  private long row = 1;
  private @Nullable FieldError broken;

  CsvProducts(InputStream file, Function<JsonNode, Read> reader) {
    this.reader = reader;
    rows = rows(file);
    advance();
    checkHeader();
  }

  private MappingIterator<Map<String, String>> rows(InputStream file) {
    try {
      return new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          .readValues(file);
    } catch (JsonProcessingException | CharConversionException none) {
      broken = new FieldError("", "NO_HEADER", "expected a first row with the names of columns");
      return MappingIterator.emptyIterator();
    } catch (IOException e) {
      throw new UncheckedIOException("the file broke off", e);
    }
  }

  @Override
  public boolean hasNext() {
    return ahead != null || broken != null;
  }

  @Override
  public Row next() {
    if (broken != null) {
      Row fault = new Row(row, new Read.Faulty(List.of(broken)));
      broken = null;
      ahead = null;
      return fault;
    }
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    long first = row;
    ObjectNode product = cells(ahead, OF_PRODUCT);
    own(ahead, product);
    ArrayNode lines = product.putArray("lines");
    String id = cell(ahead, "product");
    List<FieldError> faults = new ArrayList<>();
    do {
      // Past that it is refused anyway, and a file may be long.
      if (lines.size() <= OwnProduct.MOST_LINES && faults.size() < MOST_FAULTS) {
        line(ahead, lines).ifPresent(faults::add);
      }
      advance();
    } while (ahead != null && cell(ahead, "product").equals(id));
    return new Row(first, faults.isEmpty() ? reader.apply(product) : new Read.Faulty(faults));
  }

  private void checkHeader() {
    if (ahead == null) {
      return;
    }
    Set<String> unknown = new TreeSet<>(ahead.keySet());
    for (Map<String, String> known : List.of(OF_PRODUCT, OF_LINE, OF_SOURCE, OF_FACTOR)) {
      unknown.removeAll(known.keySet());
    }
    unknown.removeAll(OF_OWN);
    if (!unknown.isEmpty()) {
      broken = new FieldError("", "UNKNOWN_COLUMN", "columns that are not known: " + unknown);
    } else if (!ahead.containsKey("product")) {
      broken = new FieldError("product", "REQUIRED", "there is no column \"product\"");
    }
    row = broken == null ? row : 1;
  }

  private void advance() {
    try {
      ahead = rows.hasNextValue() ? rows.nextValue() : null;
      row++;
    } catch (JsonProcessingException | CharConversionException badly) {
      ahead = null;
      broken = new FieldError("", "MALFORMED_ROW", "not a row of CSV in UTF-8 that we read");
      row++;
    } catch (IOException e) {
      throw new UncheckedIOException("the file broke off", e);
    }
  }

  /** Takes the line of a row; says what is wrong with it, if anything is. */
  private static Optional<FieldError> line(Map<String, String> row, ArrayNode lines) {
    ObjectNode source = cells(row, OF_SOURCE);
    ObjectNode factor = cells(row, OF_FACTOR);
    ObjectNode line = cells(row, OF_LINE);
    if (line.isEmpty() && source.isEmpty() && factor.isEmpty()) {
      return Optional.empty();
    }
    int supplies =
        (line.has("ownTraceId") ? 1 : 0) + (factor.isEmpty() ? 0 : 1) + (source.isEmpty() ? 0 : 1);
    if (supplies > 1) {
      return Optional.of(
          new FieldError(
              "line", "DOUBLE_COUNT", "own_product, supplier and factor: one of them, not two"));
    }
    if (isFurtherSource(line, lines)) {
      line.remove("lineId");
      if (!line.isEmpty()) {
        return Optional.of(
            new FieldError(
                "line", "DUPLICATE", "a further row of a line names a further source alone"));
      }
      ((ObjectNode) lines.get(lines.size() - 1)).withArray("sources").add(source);
      return Optional.empty();
    }
    if (line.has("ownTraceId")) {
      line.put("kind", "OWN");
    } else if (!factor.isEmpty()) {
      line.put("kind", "TERMINAL").set("factor", factor);
    } else {
      line.put("kind", "PROCURED");
      if (!source.isEmpty()) {
        line.putArray("sources").add(source);
      }
    }
    lines.add(line);
    return Optional.empty();
  }

  private static boolean isFurtherSource(ObjectNode line, ArrayNode lines) {
    return line.has("lineId")
        && !lines.isEmpty()
        && lines.get(lines.size() - 1).path("lineId").equals(line.get("lineId"));
  }

  /** Own fossil emissions, in the stage said; measured, by measured factors. */
  private static void own(Map<String, String> row, ObjectNode product) {
    String value = cell(row, "own_kgco2e");
    if (!value.isEmpty()) {
      ObjectNode own = product.putObject("own");
      String stage = cell(row, "own_stage");
      own.putArray("values")
          .addObject()
          .put("stage", stage.isEmpty() ? "main" : stage)
          .put("account", "fossil")
          .put("value", value);
      own.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    }
  }

  private static ObjectNode cells(Map<String, String> row, Map<String, String> columns) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    columns.forEach(
        (column, member) -> {
          String value = cell(row, column);
          if (!value.isEmpty()) {
            object.put(member, value);
          }
        });
    return object;
  }

  private static String cell(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null ? "" : value.strip();
  }
}
