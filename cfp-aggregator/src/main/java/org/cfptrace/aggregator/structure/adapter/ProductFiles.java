package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.aggregator.structure.ImportStructures.Read;
import org.cfptrace.aggregator.structure.ImportStructures.Row;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of many products while they come in, one product at a time. A product is read as its
 * door reads it, with every fault.
 */
final class ProductFiles {
  private static final int LONGEST = 8 * 1024 * 1024;

  private final ObjectMapper json;
  private final StructureLineForm.Lookup factors;

  /**
   * @param factors where emission factors are looked up
   */
  ProductFiles(ObjectMapper json, StructureLineForm.Lookup factors) {
    this.json = json;
    this.factors = factors;
  }

  /** A file with one product in JSON on each line; empty lines are passed over. */
  Iterator<Row> ndjson(InputStream file) {
    return new Lines(new BufferedInputStream(file, 1 << 16), this::read);
  }

  /** A file with one line of a product in each row; see {@link CsvProducts}. */
  Iterator<Row> csv(InputStream file) {
    return new CsvProducts(file, this::read);
  }

  private Read read(JsonNode product) {
    try {
      return read(json.writeValueAsBytes(product));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory cannot be written", e);
    }
  }

  private Read read(byte[] product) {
    FieldErrors errors = new FieldErrors();
    try {
      Fields fields = Body.parse(product).fields(errors);
      Optional<TraceId> id = fields.requiredValue("traceId", TraceId::of);
      Optional<ProductStructure> structure =
          StructureForm.read(fields, id.orElseGet(TraceId::random), StructureForm.EVER, factors);
      return structure.isPresent() && errors.count() == 0
          ? new Read.Product(structure.get())
          : new Read.Faulty(errors.list());
    } catch (Refused unreadable) {
      return new Read.Faulty(
          List.of(new FieldError("", unreadable.code().name(), unreadable.detail())));
    }
  }

  /** The lines of a stream, each no longer than a body may be. */
  private static final class Lines implements Iterator<Row> {
    private final InputStream stream;
    private final Function<byte[], Read> reader;
    private long number;
    private byte @Nullable [] next;
    private boolean isTooLong;

    Lines(InputStream stream, Function<byte[], Read> reader) {
      this.stream = stream;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (next == null && fetch()) {
        if (next != null && next.length == 0) {
          next = null;
        }
      }
      return next != null;
    }

    @Override
    public Row next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      byte[] line = next;
      next = null;
      return new Row(
          number,
          isTooLong
              ? new Read.Faulty(
                  List.of(
                      new FieldError(
                          "", "TOO_LONG", "a product has at most " + LONGEST + " bytes")))
              : reader.apply(line));
    }

    private boolean fetch() {
      ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
      isTooLong = false;
      try {
        int read = stream.read();
        if (read < 0) {
          return false;
        }
        number++;
        while (read >= 0 && read != '\n') {
          if (line.size() < LONGEST) {
            line.write(read);
          } else {
            isTooLong = true;
          }
          read = stream.read();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the file broke off", e);
      }
      next = trimmed(line.toByteArray());
      return true;
    }

    private static byte[] trimmed(byte[] line) {
      int end = line.length;
      while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
        end--;
      }
      return Arrays.copyOf(line, end);
    }
  }
}
